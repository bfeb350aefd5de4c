import { expect, test } from 'vitest';
import { placeholdersOf } from './placeholders-of.ts';
import { pseudoMessage } from './pseudo-message.ts';

test.each([
  ['Submit', 'Súbmít'],
  ['Made by {name}', 'Mádéé by {name}'],
  ['{count, plural, one {# item} other {# items}}', '{count,plural,one{# ítéém} other{# ítééms}}'],
])('a made-up language says “%s” as “%s”', (message, pseudo) => {
  expect(pseudoMessage(message)).toBe(pseudo);
  expect(placeholdersOf(pseudo)).toEqual(placeholdersOf(message));
});
