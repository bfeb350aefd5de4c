import { describe, expect, test } from 'vitest';
import type { DeviceRow } from '#domain/people-quality/people-votes.ts';
import { mostChance } from './evidence.ts';
import { findSharedDevices, leastStretches } from './shared-devices.ts';

const names = ['ana', 'ben', 'cleo', 'dan', 'eva'];
const hourMs = 3_600_000;
/** Twelve days of work, each with a browser of their own, at nine. */
const own = (annotator: number, days = 12): DeviceRow[] =>
  Array.from({ length: days }, (_, day) => stretch(annotator, annotator, day, 9, 12));
const stretch = (annotator: number, device: number, day: number, from: number, until: number): DeviceRow => ({
  ...{ annotator, device, fromMs: (day * 24 + from) * hourMs, untilMs: (day * 24 + until) * hourMs },
});
const told = (devices: readonly DeviceRow[], annotatorIds = names) =>
  findSharedDevices({ devices, annotatorIds })
    .filter(({ isLarge, pValue }) => isLarge && pValue <= mostChance)
    .flatMap(({ describe }) => describe());
const others = [2, 3, 4].flatMap((annotator) => own(annotator));

describe('Two people at one browser', () => {
  test('are told, to each of them, where they use it at the same time again and again', () => {
    const ana = own(0);
    const ben = Array.from({ length: 12 }, (_, day) => stretch(1, day < 8 ? 0 : 1, day, 10, 11));
    expect(told([...ana, ...ben, ...others])).toEqual([
      expect.objectContaining({ kind: 'shared_device', annotator: 0, other: 1, count: 8, of: 12, value: 1 }),
      expect.objectContaining({
        annotator: 1,
        other: 0,
        base: expect.objectContaining({ n: 9, highTenth: 0 }),
      }),
    ]);
  });

  test('are nobody’s business where they take turns, as at a shared workplace', () => {
    const ben = Array.from({ length: 12 }, (_, day) => stretch(1, 0, day, 12, 15));
    expect(told([...own(0), ...ben, ...others])).toEqual([]);
  });

  test('are nobody’s business where it happened twice, or where everybody does it', () => {
    const twice = Array.from({ length: 12 }, (_, day) => stretch(1, day < 2 ? 0 : 1, day, 10, 11));
    expect(told([...own(0), ...twice, ...others])).toEqual([]);
    const all = names.flatMap((_, annotator) =>
      Array.from({ length: 12 }, (_day, day) => stretch(annotator, 9, day, 9, 12)),
    );
    expect(told(all)).toEqual([]);
  });

  test('are not looked at with too little work, nor among too few pairs', () => {
    const few = leastStretches - 1;
    const little = [...own(0, few), ...Array.from({ length: few }, (_, day) => stretch(1, 0, day, 9, 12))];
    expect(findSharedDevices({ devices: little, annotatorIds: names })).toEqual([]);
    const both = [...own(0), ...Array.from({ length: 12 }, (_, day) => stretch(1, 0, day, 9, 12))];
    expect(findSharedDevices({ devices: both, annotatorIds: names })).toEqual([]);
  });

  test('count a stretch once, in however many pieces it was noted', () => {
    const pieces = Array.from({ length: 12 }, (_, day) => [
      stretch(1, 0, day, 9, 11),
      stretch(1, 0, day, 10, 12),
    ]).flat();
    expect(told([...own(0), ...pieces, ...others])[0]).toMatchObject({ count: 12, of: 12 });
  });
});
