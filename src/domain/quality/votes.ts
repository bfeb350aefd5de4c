import type { AgreementMetric, AgreementUnit } from '#domain/results/agreement-values.ts';

/** All comparable answers to one criterion in columns; units with fewer than two are left out. */
export interface CriterionVotes {
  readonly key: string;
  readonly label: string;
  readonly target: string;
  readonly metric: AgreementMetric;
  readonly unit: AgreementUnit;
  /** Whether the sign of a value says which of two is better, so that strength can be left aside. */
  readonly hasSides: boolean;
  /** The votes of unit u are those from `starts[u]` up to, but not with, `starts[u + 1]`. */
  readonly starts: Int32Array;
  /** Per unit: the place of its item in {@link VoteItems}. */
  readonly items: Int32Array;
  /** Per vote. */
  readonly values: Float64Array;
  /** Per vote: the place of the person in {@link Votes.annotatorIds}. */
  readonly annotators: Int32Array;
  /** Per vote: the version of the guidelines. */
  readonly guidelines: Int32Array;
  /** Per vote: the Monday of its week, see `weekOf`. */
  readonly weeks: Int32Array;
}

/** What is known of the items that votes are about; -1 where it is not. */
export interface VoteItems {
  /** The place of its domain in {@link Votes.domains}. */
  readonly domains: Int32Array;
  /** The place of its two models in {@link Votes.modelPairs}. */
  readonly pairs: Int32Array;
  /** 1 where r1 is of the model that is named first in its pair. */
  readonly firstIsR1: Uint8Array;
}

/** What the quality report is computed from: flat columns, so that a thread of its own can be given it at once. */
export interface Votes {
  /** The criterion that stands for the whole judgment. */
  readonly overallKey: string | null;
  readonly annotatorIds: readonly string[];
  readonly domains: readonly string[];
  /** Names in alphabetical order: which of the two stood left is no matter. */
  readonly modelPairs: readonly (readonly [string, string])[];
  readonly items: VoteItems;
  readonly criteria: readonly CriterionVotes[];
}
