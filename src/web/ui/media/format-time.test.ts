import { expect, it } from 'vitest';
import { formatTime } from './format-time.ts';

it.each<[number, 1 | 3, string]>([
  [0, 1, '0:00.0'],
  [999, 1, '0:00.9'],
  [65_250, 1, '1:05.2'],
  [65_250, 3, '1:05.250'],
  [59_999, 1, '0:59.9'],
  [3_665_000, 1, '1:01:05.0'],
  [-5, 1, '0:00.0'],
])('%i ms with %i digits is %s', (ms, digits, text) => {
  expect(formatTime(ms, digits)).toBe(text);
});
