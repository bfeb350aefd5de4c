import type { JsonRecord } from '#domain/imports/json-record.ts';
import type { Rejection } from '#domain/imports/rejection.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** One record of a file, or why it could not be read. `line` counts from 1; in Parquet it is the row. */
export type RecordEntry =
  | { readonly line: number; readonly record: JsonRecord }
  | { readonly line: number; readonly rejection: Rejection };

/** Where to go on reading. Plain data, to be stored with what was read so far. */
export interface ReadPosition {
  /** Decoded bytes, or rows in Parquet, that are done with. */
  readonly offset: number;
  /** The line (row in Parquet) that comes next, from 1. */
  readonly line: number;
  /** Entries handed over so far, rejected ones included. */
  readonly records: number;
}

export const startOfFile: ReadPosition = { offset: 0, line: 1, records: 0 };

/** Entries in file order, and the position behind the last of them. */
export interface EntryBatch {
  readonly entries: readonly RecordEntry[];
  readonly position: ReadPosition;
}

export interface Batcher {
  add(entry: RecordEntry, cost: { bytes: number; offset: number; line: number }): void;
  isFull(): boolean;
  isEmpty(): boolean;
  take(): EntryBatch;
}

/** Gathers entries until there are many, or until they are large. */
export function createBatcher(from: ReadPosition, limits: ReadingLimits): Batcher {
  let entries: RecordEntry[] = [];
  let bytes = 0;
  let position = from;
  return {
    add(entry, cost) {
      entries.push(entry);
      bytes += cost.bytes;
      position = { offset: cost.offset, line: cost.line, records: position.records + 1 };
    },
    isFull: () => entries.length >= limits.batchRecords || bytes >= limits.batchBytes,
    isEmpty: () => entries.length === 0,
    take() {
      const batch = { entries, position };
      entries = [];
      bytes = 0;
      return batch;
    },
  };
}
