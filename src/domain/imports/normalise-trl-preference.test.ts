import { describe, expect, it } from 'vitest';
import type { JsonRecord } from './json-record.ts';
import { normaliseTrlPreference } from './normalise-trl-preference.ts';

const user = { role: 'user', content: 'Name a drink.' };
const tea = { role: 'assistant', content: 'Tea.' };
const brick = { role: 'assistant', content: 'Brick.' };
const system = { role: 'system', content: 'Be brief.' };

function read(row: JsonRecord) {
  const { items, rejections } = normaliseTrlPreference(row);
  const item = items[0];
  const preference = item?.verdict?.preference;
  const preferred = preference?.verdict === 'prefers' ? preference.responseId : null;
  return {
    rejections,
    prompt: item?.content.prompt,
    chosen: item?.content.responses.find(({ id }) => id === preferred)?.text,
    rejected: item?.content.responses.find(({ id }) => id !== preferred)?.text,
    item,
  };
}

describe('TRL preference rows', () => {
  const accepted: readonly [string, JsonRecord, readonly object[]][] = [
    [
      'an explicit conversational prompt',
      { prompt: [system, user], chosen: [tea], rejected: [brick] },
      [system, user],
    ],
    ['an explicit text prompt', { prompt: 'Name a drink.', chosen: 'Tea.', rejected: 'Brick.' }, [user]],
    ['an implicit conversational prompt', { chosen: [user, tea], rejected: [user, brick] }, [user]],
    [
      'a text prompt that the messages repeat',
      { prompt: 'Name a drink.', chosen: [user, tea], rejected: [user, brick] },
      [user],
    ],
    [
      'messages as JSON text',
      { chosen: JSON.stringify([user, tea]), rejected: JSON.stringify([user, brick]) },
      [user],
    ],
    ['single message objects', { prompt: [user], chosen: tea, rejected: brick }, [user]],
    [
      'a transcript prompt',
      { prompt: '\n\nHuman: Name a drink.\n\nAssistant:', chosen: 'Tea.', rejected: 'Brick.' },
      [user],
    ],
  ];
  it.each(accepted)('are read with %s', (_name, row, prompt) => {
    expect(read(row)).toMatchObject({ rejections: [], prompt, chosen: 'Tea.', rejected: 'Brick.' });
  });

  it('keep shared first words in both answers and leading spaces as written', () => {
    const found = read({ prompt: 'Name a drink:', chosen: ' The tea.', rejected: ' The brick.' });
    expect(found).toMatchObject({ chosen: ' The tea.', rejected: ' The brick.' });
  });

  it('keep a margin as metadata and an id as the source key', () => {
    const { item } = read({ id: 7, prompt: 'x', chosen: 'a', rejected: 'b', margin: 0.67 });
    expect(item?.metadata).toEqual({ margin: 0.67 });
    expect(item?.sourceKey).toBe('7');
  });

  const refused: readonly [string, JsonRecord, string][] = [
    [
      'text without any place where the prompt ends',
      { chosen: 'The tea.', rejected: 'The brick.' },
      'no_prompt_boundary',
    ],
    [
      'conversations that differ earlier',
      { chosen: [user, tea], rejected: [system, brick] },
      'prompts_differ',
    ],
    [
      'a prompt that differs from the repeated one',
      { prompt: 'Else', chosen: [user, tea], rejected: [user, brick] },
      'prompts_differ',
    ],
    [
      'several messages as an answer',
      { prompt: [user], chosen: [tea, tea], rejected: [brick] },
      'unsupported_message',
    ],
    [
      'an unknown role',
      { prompt: [{ role: 'cook', content: 'x' }], chosen: [tea], rejected: [brick] },
      'unsupported_message',
    ],
    [
      'a tool call',
      { prompt: [user], chosen: [{ ...tea, tool_calls: [{}] }], rejected: [brick] },
      'unsupported_message',
    ],
    [
      'an image',
      { prompt: [{ role: 'user', content: [{ type: 'image' }] }], chosen: 'a', rejected: 'b' },
      'unsupported_message',
    ],
    ['equal answers', { prompt: 'x', chosen: 'a', rejected: 'a' }, 'identical_responses'],
    ['an empty prompt', { prompt: ' ', chosen: 'a', rejected: 'b' }, 'empty_prompt'],
    ['a missing side', { prompt: 'x', chosen: 'a' }, 'missing_field'],
  ];
  it.each(refused)('are left out for %s', (_name, row, code) => {
    expect(read(row).rejections).toMatchObject([{ code }]);
  });
});
