import { expect, it } from 'vitest';
import { initialsOf } from './initials-of.ts';

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Ana María de la Cruz', 'AC'],
  ['  李 明 ', '李明'],
  ['𝒳yz', '𝒳'],
  ['', '?'],
])('stands for %s with %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
