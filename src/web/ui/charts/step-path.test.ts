import { expect, it } from 'vitest';
import { stepPath } from './step-path.ts';

it.each([
  ['no days', [], ''],
  ['one day', [40], 'M0 40H100'],
  ['two days', [100, 25], 'M0 100H50V25H100'],
])('draws level steps for %s', (_, heights, path) => {
  expect(stepPath(heights)).toBe(path);
});
