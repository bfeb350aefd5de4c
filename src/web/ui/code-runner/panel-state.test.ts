import { describe, expect, test } from 'vitest';
import { type PanelState, panelAfter } from './panel-state.ts';

const start: PanelState = { shown: 'original', edit: null, stdin: '', run: { phase: 'idle' } };

describe('panelAfter', () => {
  test('begins an edit from the code of the response', () => {
    const shown = panelAfter(start, { kind: 'show', shown: 'edited', original: 'a' });
    expect([shown.shown, shown.edit]).toEqual(['edited', 'a']);
  });

  test('keeps an edit while the code of the response is looked at', () => {
    const edited: PanelState = { ...start, shown: 'edited', edit: 'b' };
    const back = panelAfter(edited, { kind: 'show', shown: 'original', original: 'b' });
    expect([back.shown, back.edit]).toEqual(['original', 'b']);
    expect(panelAfter(back, { kind: 'show', shown: 'edited', original: 'a' }).edit).toBe('b');
  });

  test('discards an edit only when asked to', () => {
    const edited: PanelState = { ...start, shown: 'edited', edit: 'b' };
    expect(panelAfter(edited, { kind: 'reset' })).toEqual(start);
  });

  test('hears no progress of a run that is over', () => {
    const late = panelAfter(start, { kind: 'progress', progress: { phase: 'starting' } });
    expect(late.run).toEqual({ phase: 'idle' });
  });
});
