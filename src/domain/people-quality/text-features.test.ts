import { expect, test } from 'vitest';
import { type TextFeatures, textFeaturesOf } from './text-features.ts';

const plain = { hasLists: false, hasHeadings: false, hasBold: false, hasCode: false };

test.each<[string, string, Partial<TextFeatures>]>([
  ['plain words', 'Nothing but words.', {}],
  ['an empty text', '', { characters: 0 }],
  ['an emoji as one character', '🙂', { characters: 1 }],
  ['a list', '- one\n- two', { hasLists: true }],
  ['a numbered list', 'First:\n1. one\n2) two', { hasLists: true }],
  ['a single dash, which is no list', '- one', {}],
  ['a heading', '## Steps\nand so on', { hasHeadings: true }],
  ['a number sign that is no heading', '#hashtag', {}],
  ['bold', 'This is **important**.', { hasBold: true }],
  ['two asterisks that mean a power', '2 ** 3 ** 2', {}],
  ['a fence', 'So:\n```py\nx = 1\n```', { hasCode: true }],
  ['a word in code', 'Call `open` first.', { hasCode: true }],
  ['Markdown inside a fence, which is code', '```\n# no\n- no\n- no\n**no**\n```', { hasCode: true }],
])('reads the look of %s', (_name, text, found) => {
  expect(textFeaturesOf(text)).toEqual({ characters: text.length, ...plain, ...found });
});
