import { expect, it } from 'vitest';
import { preferences } from '#contract/accounts.ts';
import { changeReading } from './change-reading.ts';

const own = preferences.parse({});

it.each([
  ['larger_text', own, { ...own, fontSizePx: 18 }],
  ['smaller_text', own, { ...own, fontSizePx: 16 }],
  ['wider_text', own, { ...own, measureCharacters: 76 }],
  ['narrower_text', own, { ...own, measureCharacters: 68 }],
  ['wider_text', { ...own, measureCharacters: 108 }, { ...own, measureCharacters: 110 }],
  ['wider_text', { ...own, measureCharacters: 110 }, undefined],
  ['narrower_text', { ...own, measureCharacters: 48 }, undefined],
  ['layout', own, { ...own, layout: 'stacked' }],
  ['submit', own, undefined],
] as const)('%s changes how texts are set', (id, before, after) => {
  expect(changeReading(before, id)).toEqual(after);
});
