import { expect, test } from 'vitest';
import { countWords } from './count-words.ts';

test.each<[string, string, number]>([
  ['nothing', '', 0],
  ['spaces and signs', ' … — !\n', 0],
  ['plain words', 'One two  three.', 3],
  ['a contraction as one', "don't", 1],
  ['a number with decimals as one', '3.14 metres', 2],
  ['words of a script without spaces', '我喜欢猫', 3],
  ['Arabic words', 'مرحبا بالعالم', 2],
  ['no emoji', 'Hi 👋🏽 you', 2],
])('counts %s', (_name, text, count) => {
  expect(countWords(text)).toBe(count);
});
