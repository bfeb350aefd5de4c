import { describe, expect, it } from 'vitest';
import { countTicks, domainUpToOne, percentAt } from './linear-scale.ts';

describe('a place on a scale', () => {
  it.each([
    ['the lower end', 0, { from: 0, to: 4 }, 0],
    ['the upper end', 4, { from: 0, to: 4 }, 100],
    ['the middle of a scale that begins below zero', 0, { from: -1, to: 1 }, 50],
    ['a value beyond the end', 9, { from: 0, to: 4 }, 100],
    ['a value before the start', -9, { from: 0, to: 4 }, 0],
    ['any value of a scale without length', 3, { from: 2, to: 2 }, 0],
  ])('is found for %s', (_, value, domain, percent) => {
    expect(percentAt(value, domain)).toBe(percent);
  });
});

describe('ticks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 5, 10]],
    [42, [0, 20, 40, 60]],
    [300, [0, 100, 200, 300]],
  ])('up to %d are round and whole', (max, ticks) => {
    expect(countTicks(max)).toEqual(ticks);
  });
});

describe('a domain up to one', () => {
  it.each([
    ['nothing', [], 0],
    ['values above zero', [0.3, 0.9], 0],
    ['a value below zero', [-0.13, 0.9], -0.2],
    ['a value far below', [-3], -1],
  ])('for %s starts at a round number', (_, values, from) => {
    expect(domainUpToOne(values)).toEqual({ from, to: 1 });
  });
});
