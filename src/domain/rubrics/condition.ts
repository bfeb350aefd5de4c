/** What an earlier answer must be like. */
export type ConditionTest =
  | { readonly kind: 'answered' }
  /**
   * A rating, an option's key, or the verdict of a comparison ("prefers", "tie", "both_bad") or ranking ("ranked",
   * "best_worst", "all_bad").
   */
  | { readonly kind: 'one_of'; readonly values: readonly (number | string)[] }
  | { readonly kind: 'at_least'; readonly value: number }
  | { readonly kind: 'at_most'; readonly value: number }
  /** At least one mark, claim or region; with `labels`, at least one of these. */
  | { readonly kind: 'marked'; readonly labels: readonly string[] };

/** Asks a criterion only where an earlier one has a certain answer. */
export interface Condition {
  /** The key of a criterion that stands earlier in the rubric. */
  readonly criterionKey: string;
  readonly test: ConditionTest;
}
