/** What can be seen in stored judgments that a person should look at; what each is, is said in {@link Evidence}. */
export const evidenceKinds = [
  'quick',
  'same_answer',
  'same_side',
  'repeating',
  'like_chance',
  'own_reasons',
  'shared_reasons',
  'alike',
  'pasted',
  'shared_device',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceTests = ['binomial', 'student_t'] as const;
export type EvidenceTest = (typeof evidenceTests)[number];

/** How it is with the others: of each other person, or of each other pair, one figure. */
export interface BaseRate {
  readonly lowTenth: number;
  readonly median: number;
  readonly highTenth: number;
  /** How many other people, or pairs. */
  readonly n: number;
}

/**
 * Something that is rare among the others and too large for chance. It says what was seen, never why: of all of it there
 * are honest explanations, so a person judges.
 *
 * - `quick`: tasks done faster than the quickest tenth of the others do texts of that length. `value` is the person's
 *   median, `base` and `expected` are the others' times at the same lengths, in milliseconds.
 * - `same_answer`: one and the same answer (of a preference its strength), where others gave several.
 * - `same_side`: always the response at the same place, in whatever order they were shown; `value` is 1 for the first.
 * - `repeating`: the same answer as `value` tasks before.
 * - `like_chance`: hardly oftener the answer of most others than chance gives; `value` is the share by chance.
 * - `own_reasons`: a reason that nearly repeats an earlier one of the same person.
 * - `shared_reasons`: a reason that nearly repeats one of another person.
 * - `alike`: the very same answers as another person; `value` is the share of tasks on which both stood together against
 *   most others, among those on which either did; null where there were none.
 * - `pasted`: written tasks in which more was pasted from outside of the page than typed; `value` is the share of all
 *   characters that were pasted.
 * - `shared_device`: stretches of work of the one with fewer of them during which another account judged from the same
 *   browser; `value` is the number of browsers.
 *
 * Everything but `quick` counts shares: `count` of `of`, held against `expected`.
 */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly annotatorId: string;
  /** Of `shared_reasons`, `alike` and `shared_device` the other person. */
  readonly otherId: string | null;
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  /** What the test holds it against. */
  readonly expected: number;
  readonly base: BaseRate;
  readonly test: EvidenceTest;
  readonly pValue: number;
  /** After Benjamini and Hochberg, over all tests of the report. */
  readonly adjusted: number;
  /** How many those were. */
  readonly tests: number;
  /** Some of the items behind it, the most telling ones. */
  readonly itemIds: readonly string[];
}

/** One test of one person or pair; most of them show nothing. */
export interface Tried {
  readonly pValue: number;
  /** Whether it is large enough to matter, whatever its p-value. */
  readonly isLarge: boolean;
  /** Empty-handed calls cost nothing: items are gathered only for what is shown. */
  readonly describe: () => readonly Seen[];
}

/** What one person sees of it; `items` are places in the votes' list of items. */
export type Seen = Omit<Evidence, 'annotatorId' | 'otherId' | 'pValue' | 'adjusted' | 'tests' | 'itemIds'> & {
  readonly annotator: number;
  readonly other: number | null;
  readonly items: readonly number[];
};

/** Fewer answers of a person than this are not looked at. */
export const leastOfEvidence = 30;
/** Fewer others than this are no base rate. */
export const leastOthers = 4;
/** Fewer items that two people share are not looked at. */
export const leastShared = 15;
/** Where p-values count after correction. */
export const mostChance = 0.01;
