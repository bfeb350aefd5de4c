import type { ItemContent } from '#domain/items/item.ts';
import type { ImportFormat } from './format.ts';
import type { JsonRecord } from './json-record.ts';
import type { Rejection } from './rejection.ts';

/** A preference as a data set states it. `strength` is null where the data set gives none. */
export type SourcePreference =
  | { readonly verdict: 'prefers'; readonly responseId: string; readonly strength: number | null }
  | { readonly verdict: 'tie' }
  | { readonly verdict: 'both_bad' };

/** One person's preference among those behind a verdict. Its place in the list names nobody. */
export interface SourceVote {
  readonly preference: SourcePreference;
  /** What else the data set says about this vote, such as its reasons. */
  readonly details?: JsonRecord;
}

/** Response id → attribute → number. */
export type SourceRatings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a data set says about an item: provenance, never an annotator's judgment. */
export interface SourceVerdict {
  readonly dataset: ImportFormat;
  readonly judgedBy: 'human' | 'model' | 'unknown';
  readonly preference?: SourcePreference;
  /** Steps a side of the scale that strengths were given on. */
  readonly strengthScale?: number;
  readonly ratings?: SourceRatings;
  /** Response id → attribute → each person's number, where the data set gives them one by one. */
  readonly ratingVotes?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly votes?: readonly SourceVote[];
}

/** One item read from a file, before it belongs to a project. */
export interface SourceItem {
  readonly content: ItemContent;
  /** The file's own name for the row, if it has one. */
  readonly sourceKey?: string;
  /** Fields that nothing else took, as they were. May hint at the verdict, so never shown to annotators. */
  readonly metadata: JsonRecord;
  readonly verdict?: SourceVerdict;
}

/** What became of a record: any mix of items and reasons for leaving something out. */
export interface RecordOutcome {
  readonly items: readonly SourceItem[];
  readonly rejections: readonly Rejection[];
}

export function accept(...items: readonly SourceItem[]): RecordOutcome {
  return { items, rejections: [] };
}

export function leaveOut(...rejections: readonly Rejection[]): RecordOutcome {
  return { items: [], rejections };
}
