/** What is measured of a person: all but the last two judgment by judgment, these over everything they did. */
export const thresholdMeasures = [
  'agreement',
  'gold',
  'review',
  'quick',
  'first',
  'longer',
  'reliability',
  'consistency',
] as const;
export type ThresholdMeasure = (typeof thresholdMeasures)[number];

export const windowedMeasures = ['agreement', 'gold', 'review', 'quick', 'first', 'longer'] as const;
export type WindowedMeasure = (typeof windowedMeasures)[number];

export function isWindowed(measure: ThresholdMeasure): measure is WindowedMeasure {
  return (windowedMeasures as readonly string[]).includes(measure);
}

/** Habits: as much of the one as of the other is as it should be, so either side can be watched. */
export const habits = ['first', 'longer'] as const satisfies readonly ThresholdMeasure[];

export function isHabit(measure: ThresholdMeasure): boolean {
  return (habits as readonly ThresholdMeasure[]).includes(measure);
}

/** Of which measures a lasting change over days is watched, so that data can be excluded since it began. */
export const changeStreams = { agreement: 'agreement', quick: 'speed' } as const satisfies Partial<
  Record<ThresholdMeasure, string>
>;

/** Which end of the 95 % interval is compared; the value alone takes no account of chance. */
export const thresholdBounds = ['upper', 'value', 'lower'] as const;
export type ThresholdBound = (typeof thresholdBounds)[number];

export const personTiers = ['trainee', 'regular', 'expert'] as const;
export type PersonTier = (typeof personTiers)[number];

export type ThresholdWindow =
  | { readonly kind: 'last'; readonly judgments: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'all' };

export type ThresholdAct =
  | { readonly kind: 'warn' }
  /** Nothing but gold until so many of the last tasks were passed. */
  | { readonly kind: 'calibrate'; readonly tasks: number; readonly passes: number }
  /** No new tasks until a lead lets the person go on. */
  | { readonly kind: 'pause' }
  /** The person's judgments since the window's start, or since their last lasting change, count no longer. */
  | { readonly kind: 'exclude'; readonly since: 'window' | 'change' }
  | { readonly kind: 'lower_tier' }
  | { readonly kind: 'raise_tier' };
export const thresholdActs = ['warn', 'calibrate', 'pause', 'exclude', 'lower_tier', 'raise_tier'] as const;

/** What happens to a person, and when. */
export interface ThresholdRule {
  readonly measure: ThresholdMeasure;
  readonly window: ThresholdWindow;
  readonly bound: ThresholdBound;
  readonly side: 'below' | 'above';
  /** A share from 0 to 1. */
  readonly limit: number;
  /** Fewer judgments than this decide nothing. */
  readonly least: number;
  /** Whom it watches. */
  readonly tiers: readonly PersonTier[];
  readonly act: ThresholdAct;
}

/** What a new rule begins as. */
export const usualRule: ThresholdRule = {
  measure: 'agreement',
  window: { kind: 'last', judgments: 50 },
  bound: 'upper',
  side: 'below',
  limit: 0.6,
  least: 30,
  tiers: personTiers,
  act: { kind: 'warn' },
};

export const thresholdLimits = {
  least: 5,
  windowJudgments: 1_000,
  windowDays: 90,
  calibrationTasks: 50,
  rules: 30,
  nameCharacters: 120,
  wordsCharacters: 4_000,
} as const;
