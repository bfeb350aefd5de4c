import { missing } from '#domain/people-quality/figure.ts';
import { type ThresholdRule, usualRule } from './rule.ts';
import type { WatchedPerson } from './watched-person.ts';

export const plainRule: ThresholdRule = { ...usualRule, act: { kind: 'pause' } };

const minuteMs = 60_000;
export const startMs = Date.UTC(2026, 2, 2, 9);

/** One point a minute: 1 where met. */
export const pointsOf = (shares: readonly number[]) =>
  shares.map((share, place) => ({ atMs: startMs + place * minuteMs, share }));

export const noPoints = { agreement: [], gold: [], review: [], quick: [], first: [], longer: [] };

export const somebody = (given: Partial<WatchedPerson> = {}): WatchedPerson => ({
  personId: 'p1',
  tier: 'regular',
  mayReadGold: false,
  points: noPoints,
  figures: { reliability: missing('one_person'), consistency: missing('no_repeats') },
  changes: [],
  firstAtMs: startMs,
  lastAtMs: startMs + 100 * minuteMs,
  ...given,
});

export const agreeing = (shares: readonly number[], given: Partial<WatchedPerson> = {}) =>
  somebody({ points: { ...noPoints, agreement: pointsOf(shares) }, ...given });
