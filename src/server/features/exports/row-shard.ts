import type { ExportRow } from '#domain/exports/column.ts';

/** One file of rows in the making. */
export interface RowShard {
  readonly rows: number;
  /** Bytes that are written or about to be. */
  readonly bytes: number;
  /** Takes a row without waiting; `weight` is roughly its size in characters. */
  add(row: ExportRow, weight: number): void;
  /** Writes out what has been taken, where it is much: await it after each page of rows. */
  settle(): Promise<void>;
  /** Writes the rest and returns the SHA-256. */
  finish(): Promise<string>;
  abandon(): Promise<void>;
}
