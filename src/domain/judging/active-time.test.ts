import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivityEvent } from './active-time.ts';
import { boundActiveMs, measureActiveTime, startActiveTime } from './active-time.ts';

function activeMsAfter(events: readonly [ActivityEvent['kind'], number][], isVisible = true): number {
  const start = startActiveTime({ atMs: 0, isVisible });
  return events.reduce((state, [kind, atMs]) => measureActiveTime(state, { kind, atMs }), start).activeMs;
}

describe('measureActiveTime', () => {
  test.each<[string, [ActivityEvent['kind'], number][], number]>([
    ['reading without input', [['tick', 20_000]], 20_000],
    ['reading until idle', [['tick', 60_000]], 30_000],
    [
      'idling over several ticks once',
      [
        ['tick', 20_000],
        ['tick', 40_000],
        ['tick', 60_000],
      ],
      30_000,
    ],
    [
      'input that keeps awake',
      [
        ['input', 25_000],
        ['input', 50_000],
        ['tick', 70_000],
      ],
      70_000,
    ],
    [
      'coming back from idle',
      [
        ['input', 100_000],
        ['tick', 110_000],
      ],
      40_000,
    ],
    [
      'a hidden tab',
      [
        ['hidden', 5_000],
        ['tick', 50_000],
        ['visible', 60_000],
        ['tick', 61_000],
      ],
      6_000,
    ],
    [
      'input while hidden',
      [
        ['hidden', 5_000],
        ['input', 20_000],
        ['visible', 30_000],
        ['tick', 31_000],
      ],
      6_000,
    ],
    [
      'a clock that goes back',
      [
        ['input', 10_000],
        ['tick', 4_000],
        ['tick', 12_000],
      ],
      12_000,
    ],
  ])('counts %s', (_name, events, expected) => {
    expect(activeMsAfter(events)).toBe(expected);
  });

  test('counts nothing before a task in a hidden tab is seen', () => {
    expect(
      activeMsAfter(
        [
          ['tick', 10_000],
          ['visible', 20_000],
          ['tick', 21_000],
        ],
        false,
      ),
    ).toBe(1_000);
  });

  test('never exceeds wall time and does not depend on ticks', () => {
    const kind = fc.constantFrom('input', 'visible', 'hidden' as const);
    const events = fc.array(fc.tuple(kind, fc.nat(200_000)), { maxLength: 20 });
    fc.assert(
      fc.property(events, fc.array(fc.nat(200_000)), (moves, ticks) => {
        const ordered = [...moves].sort((one, other) => one[1] - other[1]) as [
          ActivityEvent['kind'],
          number,
        ][];
        const end: [ActivityEvent['kind'], number] = ['tick', 200_000];
        const ticked = [...ordered, ...ticks.map((atMs): [ActivityEvent['kind'], number] => ['tick', atMs])];
        ticked.sort((one, other) => one[1] - other[1]);
        const plain = activeMsAfter([...ordered, end]);
        expect(plain).toBeLessThanOrEqual(200_000);
        expect(activeMsAfter([...ticked, end])).toBe(plain);
      }),
    );
  });
});

describe('boundActiveMs', () => {
  const leasedAt = new Date('2026-03-01T10:00:00Z');
  const now = new Date('2026-03-01T10:00:10Z');
  test.each([
    ['an honest report', 4_000.7, 4_000],
    ['more than wall time', 99_000, 10_000],
    ['a negative report', -5, 0],
    ['no number', Number.NaN, 0],
    ['infinity', Number.POSITIVE_INFINITY, 10_000],
  ])('bounds %s', (_name, reportedMs, expected) => {
    expect(boundActiveMs({ reportedMs, leasedAt, now })).toBe(expected);
  });

  test('is 0 where the clock stands before the lease', () => {
    expect(boundActiveMs({ reportedMs: 5, leasedAt: now, now: leasedAt })).toBe(0);
  });
});
