import { describe, expect, test } from 'vitest';
import { dialogueLimits } from '#domain/dialogue/dialogue-limits.ts';
import { canonicalContent } from './content-fingerprint.ts';
import { detectFormat } from './detect-format.ts';
import { explainMisfit } from './fit-responses.ts';
import type { JsonRecord, JsonValue } from './json-record.ts';
import { normaliseTask } from './normalise-tasks.ts';

const read = (dialogue: JsonValue, more: JsonRecord = {}) =>
  normaliseTask({ prompt: 'Why?', dialogue, ...more }, () => undefined);
const contentOf = (dialogue: JsonValue) => read(dialogue).items[0]?.content;
const rejectionOf = (dialogue: JsonValue, more: JsonRecord = {}) => {
  const { field, code } = read(dialogue, more).rejections[0] ?? {};
  return [field, code];
};

const nested = [
  { text: 'So.', model: 'm', replies: [{ text: 'Really?', replies: [{ text: 'Yes.' }, { text: 'No.' }] }] },
  { text: 'Because.' },
];
const flat = [
  { id: 'x', text: 'Because.' },
  { id: 'c', parent: 'b', text: 'Yes.' },
  { id: 'a', parent: null, text: 'So.', role: 'assistant', model: 'm' },
  { id: 'b', parent: 'a', text: 'Really?', role: 'prompter' },
  { id: 'd', parent: 'b', text: 'No.' },
];

describe('a recorded dialogue', () => {
  test('is read the same from turns within turns and from a list, in whatever order replies are listed', () => {
    const content = contentOf(nested);
    expect(contentOf(flat)).toEqual(content);
    expect(contentOf(nested.toReversed())).toEqual(content);
    expect(content?.dialogue).toHaveLength(5);
    expect(content?.dialogue?.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5']);
  });

  test('has roles that follow from the place in the tree', () => {
    const roles = new Map(contentOf(nested)?.dialogue?.map(({ text, role }) => [text, role]));
    expect(Object.fromEntries(roles)).toEqual({
      'So.': 'assistant',
      'Because.': 'assistant',
      'Really?': 'user',
      'Yes.': 'assistant',
      'No.': 'assistant',
    });
  });

  test('makes another item of the same prompt, and another dialogue yet another; models do not', () => {
    const [one, other] = [contentOf(nested), contentOf(nested.slice(0, 1))];
    const unnamed = contentOf(flat.map(({ model: _, ...turn }) => turn));
    const bare = normaliseTask({ prompt: 'Why?' }, () => undefined).items[0]?.content;
    const texts = [one, other, bare, unnamed].map((content) => content && canonicalContent(content));
    expect(new Set(texts).size).toBe(3);
    expect(texts[3]).toBe(texts[0]);
  });

  test('lets the user’s turns stand in the order of the file', () => {
    const questions = ['Third?', 'First?', 'Second?'].map((text) => ({ text }));
    const turns = contentOf([{ text: 'So.', replies: questions }])?.dialogue ?? [];
    expect(turns.map(({ text }) => text)).toEqual(['So.', 'Third?', 'First?', 'Second?']);
  });

  const chain = (length: number) =>
    Array.from({ length }, (_, index) => ({
      ...{ id: `t${index}`, text: `Turn ${index}` },
      ...(index > 0 && { parent: `t${index - 1}` }),
    }));

  test.each<[string, JsonValue, string, string]>([
    ['no list', { text: 'So.' }, 'dialogue', 'wrong_type'],
    ['no turn', [], 'dialogue', 'wrong_type'],
    ['a turn that is a text', ['So.'], 'dialogue[0]', 'wrong_type'],
    ['a turn without a text', [{ text: 'a' }, { replies: [] }], 'dialogue[1].text', 'missing_field'],
    [
      'an empty turn',
      [{ text: 'a', replies: [{ text: ' ' }] }],
      'dialogue[0].replies[0].text',
      'empty_response',
    ],
    ['replies that are no list', [{ text: 'a', replies: 'b' }], 'dialogue[0].replies', 'wrong_type'],
    ['a role that is none', [{ text: 'a', role: 'system' }], 'dialogue[0].role', 'wrong_type'],
    ['a user turn as a reply', [{ text: 'a', role: 'user' }], 'dialogue[0].role', 'broken_tree'],
    [
      'a turn of a list without an id',
      [{ id: 'a', text: 'a' }, { text: 'b' }],
      'dialogue[1].id',
      'missing_field',
    ],
    [
      'an id twice',
      [
        { id: 'a', text: 'a' },
        { id: 'a', text: 'b' },
      ],
      'dialogue[1].id',
      'broken_tree',
    ],
    [
      'an orphan',
      [
        { id: 'a', text: 'a' },
        { id: 'b', parent: 'z', text: 'b' },
      ],
      'dialogue[1].parent',
      'broken_tree',
    ],
    [
      'a circle',
      [
        { id: 'a', text: 'a' },
        { id: 'b', parent: 'c', text: 'b' },
        { id: 'c', parent: 'b', text: 'c' },
      ],
      'dialogue[1].parent',
      'broken_tree',
    ],
    ['the same reply twice', [{ text: 'a' }, { text: 'a' }], 'dialogue[1].text', 'identical_responses'],
    ['ten replies', [...'abcdefghij'].map((text) => ({ text })), 'dialogue[9]', 'broken_tree'],
    ['a turn too deep', chain(dialogueLimits.depth + 1), `dialogue[${dialogueLimits.depth}]`, 'broken_tree'],
    ['too many turns', chain(dialogueLimits.turns + 1), 'dialogue', 'broken_tree'],
  ])('is refused with %s', (_name, dialogue, field, code) => {
    expect(rejectionOf(dialogue)).toEqual([field, code]);
  });

  test('goes as deep as is allowed', () => {
    expect(contentOf(chain(dialogueLimits.depth))?.dialogue).toHaveLength(dialogueLimits.depth);
  });

  test('is refused after a prompt that ends with the assistant, or that asks nothing', () => {
    const prompt = [
      { role: 'user', content: 'Why?' },
      { role: 'assistant', content: 'So.' },
    ];
    expect(rejectionOf(nested, { prompt })).toEqual(['dialogue', 'broken_tree']);
    expect(rejectionOf(nested, { prompt: null, brief: { goal: 'Ask.' } })).toEqual([
      'dialogue',
      'broken_tree',
    ]);
  });

  test('tells Plumbline’s own format', () => {
    expect(detectFormat([{ prompt: 'Why?', dialogue: nested, topic: 'a' }]).format).toBe('tasks');
  });
});

describe('a rubric that asks for continuations', () => {
  const range = { fewest: 0, most: 9, needsDialogue: true };
  test.each<[string, JsonRecord, string | undefined]>([
    ['takes a dialogue with a choice', { prompt: 'Why?', dialogue: nested }, undefined],
    ['refuses a row without a dialogue', { prompt: 'Why?', responses: ['a'] }, 'no_choice'],
    [
      'refuses a dialogue in which every turn has one reply',
      { prompt: 'Why?', dialogue: [{ text: 'So.', replies: [{ text: 'And?' }] }] },
      'no_choice',
    ],
  ])('%s', (_name, row, code) => {
    const misfits = normaliseTask(row, () => undefined).items.map((item) => explainMisfit(item, range)?.code);
    expect(misfits).toEqual([code]);
  });
});
