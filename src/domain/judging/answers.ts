/** An answer on a preference scale. `strength` runs from 1 to the scale's `steps`. */
export type PreferenceAnswer =
  | { readonly verdict: 'prefers'; readonly responseId: string; readonly strength: number }
  | { readonly verdict: 'tie' }
  | { readonly verdict: 'both_bad' };

/** A rating (integer) or the key of a choice. */
export type ScaleValue = number | string;

/** What an annotator says about one item; records are keyed by criterion. */
export interface Answers {
  readonly pair: Readonly<Record<string, PreferenceAnswer>>;
  /** Criterion key → response id → value. */
  readonly response: Readonly<Record<string, Readonly<Record<string, ScaleValue>>>>;
  readonly task: Readonly<Record<string, ScaleValue>>;
  readonly justification?: string | undefined;
  /** 1 = guessing, 2 = fairly sure, 3 = certain. */
  readonly confidence?: 1 | 2 | 3 | undefined;
}

export const emptyAnswers: Answers = { pair: {}, response: {}, task: {} };

export const maxJustificationCharacters = 20_000;
