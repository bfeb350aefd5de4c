import { expect, test } from 'vitest';
import { hoursOf } from './span-strip.tsx';

test('the hours that are drawn are whole ones around all spans, and the whole day where there are none', () => {
  expect(
    hoursOf([
      { from: 9.5, to: 11.2 },
      { from: 8.9, to: 9 },
    ]),
  ).toEqual({ from: 8, to: 12 });
  expect(hoursOf([])).toEqual({ from: 0, to: 24 });
});
