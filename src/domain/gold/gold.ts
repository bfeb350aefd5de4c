import type { Answers } from '#domain/judging/answers.ts';

/** A draft is known but not served; a suspect gold waits for the lead; a retired one is served no more. */
export const goldStates = ['draft', 'active', 'suspect', 'retired'] as const;
export type GoldState = (typeof goldStates)[number];

/** Training explains itself after the judgment; a test says nothing. */
export const goldPurposes = ['training', 'test'] as const;
export type GoldPurpose = (typeof goldPurposes)[number];

export const goldDifficulties = ['easy', 'medium', 'hard'] as const;
export type GoldDifficulty = (typeof goldDifficulties)[number];

export const goldSources = ['imported', 'set_by_hand', 'unanimous', 'adjudicated', 'calibration'] as const;
export type GoldSource = (typeof goldSources)[number];

/** How far an answer may lie from the expected one and still pass. */
export type Tolerance =
  /** Of a preference: the side counts, its strength does not. */
  | { readonly kind: 'side' }
  /** Of a preference, a rating, a number or a slider: at most so far away. */
  | { readonly kind: 'within'; readonly distance: number }
  /** The very same answer. */
  | { readonly kind: 'same' }
  /** Of several choices: one of the expected ones is enough. */
  | { readonly kind: 'overlap' }
  /** Of a ranking: the best response must be right. */
  | { readonly kind: 'top' }
  /** Of a ranking: at most so many pairs may stand the other way round. */
  | { readonly kind: 'pairs'; readonly distance: number };

export type ToleranceKind = Tolerance['kind'];

/** What is known to be right about an item, and how strictly an answer is held against it. */
export interface GoldKey {
  /** Only what is expected: criteria without an answer here are not checked. */
  readonly answers: Answers;
  /** By criterion; where none is named the usual one of its scale counts. */
  readonly tolerances: Readonly<Record<string, Tolerance>>;
}

export const goldLimits = {
  explanationCharacters: 4_000,
  concepts: 10,
  conceptCharacters: 60,
  /** People who must agree entirely before an item may become gold by itself. */
  leastUnanimous: 3,
  mostAtOnce: 500,
} as const;
