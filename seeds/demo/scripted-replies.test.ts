import { describe, expect, it } from 'vitest';
import { replyByScript, scriptedModels } from './scripted-replies.ts';

const said = (...contents: string[]) => contents.map((content) => ({ role: 'user', content }));

describe('the scripted models of the demo', () => {
  it.each(scriptedModels)('$model says that it is a script, and what was said', ({ model }) => {
    const reply = replyByScript(model, said('My train is late.'));
    expect(reply).toContain('script');
    expect(reply).toContain('“My train is late”');
  });

  it.each(scriptedModels)('$model says something else in the next turn', ({ model }) => {
    expect(replyByScript(model, said('Help me.', 'Help me.'))).not.toBe(
      replyByScript(model, said('Help me.')),
    );
  });

  it('do not repeat a long text, nor its signs', () => {
    const reply = replyByScript('script-repeats', said(`**${'a long text '.repeat(50)}**`));
    expect(reply.length).toBeLessThan(300);
    expect(reply).not.toContain('**');
  });
});
