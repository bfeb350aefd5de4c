import type { Figure } from '#domain/people-quality/figure.ts';
import type { PersonTier, WindowedMeasure } from './rule.ts';

/** One judgment as a measure sees it: 1 where it was met, 0 where not, and shares of others in between. */
export interface WatchedPoint {
  readonly atMs: number;
  readonly share: number;
}

/** All that rules look at of one person. */
export interface WatchedPerson {
  readonly personId: string;
  readonly tier: PersonTier;
  /** Who may read known answers cannot be asked to find them. */
  readonly mayReadGold: boolean;
  /** Oldest first. */
  readonly points: Readonly<Record<WindowedMeasure, readonly WatchedPoint[]>>;
  readonly figures: Readonly<Record<'reliability' | 'consistency', Figure>>;
  /** Lasting changes for the worse over days, oldest first. */
  readonly changes: readonly { readonly stream: 'agreement' | 'speed'; readonly sinceMs: number }[];
  /** When their first judgment was, for figures over everything. */
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
}

/** The last time that a rule fired on a person: what it rested on is not held against them again. */
export interface EarlierFiring {
  readonly atMs: number;
  /** How much the figure rested on then. */
  readonly n: number;
}
