import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type Weighed, weighLook } from './weigh-look.ts';

const figure = (value: number, half: number) => ({ value, low: value - half, high: value + half });

describe('What is worth a look weighs', () => {
  test.each<[string, Weighed, number]>([
    ['by its chance where that was computed', { kind: 'evidence', adjusted: 0.001 }, 3],
    ['at most as one in a million million', { kind: 'evidence', adjusted: 1e-30 }, 12],
    ['nothing where chance always does it', { kind: 'evidence', adjusted: 1 }, 0],
    [
      'by how many half intervals it lies off',
      { kind: 'agreement', figure: figure(0.6, 0.05), othersMedian: 0.65 },
      -Math.log10(0.05),
    ],
    [
      'nothing where there is no interval',
      { kind: 'place', figure: { value: null, low: null, high: null } },
      0,
    ],
    ['by how often alarms are false where somebody changed', { kind: 'drift' }, -Math.log10(0.06)],
  ])('%s', (_name, one, weight) => {
    expect(weighLook(one)).toBeCloseTo(weight, 3);
  });

  test('more the farther off, and never outside of its scale', () => {
    const random = seededRandom(4).next;
    for (let round = 0; round < 500; round += 1) {
      const [usual, half, near] = [random(), 0.01 + random() / 5, random() / 5];
      const at = (off: number) =>
        weighLook({ kind: 'bias', bias: { logOdds: figure(usual + off, half), usual } });
      expect(at(near + 0.1)).toBeGreaterThanOrEqual(at(near));
      expect(at(-near)).toBeCloseTo(at(near), 9);
      expect(at(near)).toBeGreaterThanOrEqual(0);
      expect(at(near)).toBeLessThanOrEqual(12);
    }
    const speed = (medianMs: number) => weighLook({ kind: 'speed', medianMs, othersMedianMs: 40_000 });
    expect(speed(4_000)).toBeGreaterThan(speed(12_000));
  });
});
