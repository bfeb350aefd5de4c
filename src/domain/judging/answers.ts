import type { RegionShape } from '#domain/items/region-shape.ts';
import type { CodeRun } from './code-run.ts';

/** An answer on a preference scale. `strength` runs from 1 to the scale's `steps`. */
export type PreferenceAnswer =
  | { readonly verdict: 'prefers'; readonly responseId: string; readonly strength: number }
  | { readonly verdict: 'tie' }
  | { readonly verdict: 'both_bad' };

/** An answer on a ranking scale; all lists hold response ids. */
export type RankingAnswer =
  /** `groups` from best to worst; those in one group are tied. A draft may leave responses out. */
  | {
      readonly verdict: 'ranked';
      readonly groups: readonly (readonly string[])[];
      readonly unrankable?: readonly string[] | undefined;
    }
  /** A draft may hold only one of the two. */
  | {
      readonly verdict: 'best_worst';
      readonly best: string | null;
      readonly worst: string | null;
    }
  | { readonly verdict: 'all_bad' };

/** A number, the key of a choice, the keys of several choices, or a text; null means "not applicable". */
export type ScaleValue = number | string | readonly string[] | null;

/**
 * A passage of a response, or the response as a whole, with what is said about it. `start` and `end` count Unicode
 * code points of the source text, `end` exclusive; both null for the whole response.
 */
export interface SpanMark {
  /** Chosen by the client; unique within the criterion. */
  readonly id: string;
  /** A response ("r1") or a turn of the prompt ("t2"). */
  readonly unitId: string;
  readonly start: number | null;
  readonly end: number | null;
  /** The key of an error type, or of a claim's verdict; empty in a draft where it is still to be chosen. */
  readonly label: string;
  readonly severity?: string | undefined;
  /** Why it is an error; of a claim, what was found. */
  readonly note?: string | undefined;
  readonly correction?: string | undefined;
  /** The claim in words of its own, where the passage alone would not be understood. */
  readonly claim?: string | undefined;
  /** The address of a page that settles the claim. */
  readonly source?: string | undefined;
}

/** A place in an attachment with what is said about it. */
export interface RegionMark {
  readonly id: string;
  /** The attachment's media id, a sha256 in hex. */
  readonly mediaId: string;
  readonly shape: RegionShape;
  readonly label: string;
  readonly note?: string | undefined;
}

/** A text that the annotator wrote. */
export interface WrittenText {
  readonly text: string;
  /** The response that it was edited from; null where it was written from scratch. */
  readonly editedFrom: string | null;
}

/** Which reply goes on at one place of a recorded dialogue. */
export interface ContinuationChoice {
  /** The user's turn that is answered; null for the end of the prompt. */
  readonly at: string | null;
  /** The reply; null where none is good enough, which ends the way there. */
  readonly chosen: string | null;
}

/** The way that was chosen through a recorded dialogue. */
export interface ContinuationAnswer {
  /** One choice for each place with several replies, from the beginning on. A draft may end early. */
  readonly path: readonly ContinuationChoice[];
  /** What was chosen on branches that were left since. */
  readonly aside?: readonly ContinuationChoice[] | undefined;
}

/** Says that the rubric does not settle a criterion: an answer of its own, never counted as a tie. */
export interface Unsettled {
  /** The heading of the guidelines' section that falls short; empty where there is none. */
  readonly section: string;
  readonly note: string;
}

/** Which criteria pulled in different directions, and which one decided. */
export interface Conflict {
  /** None means that nothing was in conflict. */
  readonly criterionKeys: readonly string[];
  /** Null where none of them won clearly. */
  readonly wonKey: string | null;
}

type ByKey<Value> = Readonly<Record<string, Value>>;

/** What an annotator says about one item; records are keyed by criterion. */
export interface Answers {
  readonly pair: ByKey<PreferenceAnswer>;
  /** Criterion key → response id → value. */
  readonly response: ByKey<ByKey<ScaleValue>>;
  readonly task: ByKey<ScaleValue>;
  readonly ranking?: ByKey<RankingAnswer> | undefined;
  /** Criterion key → turn id ("t2": the second message of the prompt) → value. */
  readonly turn?: ByKey<ByKey<ScaleValue>> | undefined;
  /** Criterion key → step id ("r1.s3") → value; on a step label "good", "neutral" or "bad". */
  readonly step?: ByKey<ByKey<ScaleValue>> | undefined;
  /** An empty list says "nothing to mark". */
  readonly span?: ByKey<readonly SpanMark[]> | undefined;
  readonly region?: ByKey<readonly RegionMark[]> | undefined;
  readonly writing?: ByKey<WrittenText> | undefined;
  readonly chat?: ByKey<{ readonly conversationId: string }> | undefined;
  readonly continuation?: ByKey<ContinuationAnswer> | undefined;
  /** Criterion key → response id → what was run, oldest first. */
  readonly runs?: ByKey<ByKey<readonly CodeRun[]>> | undefined;
  readonly unsettled?: ByKey<Unsettled> | undefined;
  readonly conflict?: Conflict | undefined;
  readonly justification?: string | undefined;
  /** 1 = guessing, 2 = fairly sure, 3 = certain. */
  readonly confidence?: 1 | 2 | 3 | undefined;
}

export const emptyAnswers: Answers = { pair: {}, response: {}, task: {} };

export const maxJustificationCharacters = 20_000;

export const answerLimits = {
  /** Marks, claims or regions of one criterion. */
  marks: 500,
  noteCharacters: 4_000,
  sourceCharacters: 2_000,
  writtenCharacters: 100_000,
  runsOfResponse: 20,
  runCharacters: 70_000,
  testNameCharacters: 200,
  testsOfRun: 100,
} as const;

/** The value under a key of the record's own: a criterion may be called "constructor". */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
