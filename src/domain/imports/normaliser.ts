import type { JsonRecord } from './json-record.ts';
import type { Rejection } from './rejection.ts';
import type { RecordOutcome, SourceItem } from './source-item.ts';

/** A record and where it stands in its file (line, or row number in Parquet), from 1. */
export interface PlacedRecord {
  readonly line: number;
  readonly record: JsonRecord;
}

/** An item, or a reason for leaving something out, with the line it came from (the first, if several). */
export type Normalised =
  | { readonly line: number; readonly item: SourceItem }
  | { readonly line: number; readonly rejection: Rejection };

/** Records that wait for the next one. Plain data, at most nine rows. */
export interface NormaliserState {
  readonly pending: readonly PlacedRecord[];
}

/**
 * Turns the records of one file, in order, into items.
 *
 * To be resumable, store `state()` together with the reader's position after the last pushed record, in the
 * transaction that stores what `push` returned; later pass both on. Rows that belong together are then never
 * torn apart, wherever the work was cut off. Call `finish()` once, at the end of the file.
 */
export interface Normaliser {
  push(placed: PlacedRecord): readonly Normalised[];
  finish(): readonly Normalised[];
  /** What is waiting; null where nothing is. */
  state(): NormaliserState | null;
}

/** Spreads an outcome into entries that know their line. */
export function placeOutcome(line: number, outcome: RecordOutcome): readonly Normalised[] {
  const items = outcome.items.map((item) => ({ line, item }));
  return [...items, ...outcome.rejections.map((rejection) => ({ line, rejection }))];
}
