import { reject } from '#domain/imports/rejection.ts';
import { PendingBytes } from './pending-bytes.ts';
import type { RawRow, RowSplitter } from './read-rows.ts';
import type { ReadingLimits } from './reading-limits.ts';
import type { ReadPosition } from './record-batch.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

type State = 'cell_start' | 'plain' | 'quoted' | 'quote_in_quoted';

/**
 * Finds where CSV rows end: at LF, CRLF or CR outside quotes. A quote opens a quoted cell only at the cell's start.
 * Working on bytes lets a row of any length be skipped, and keeps bytes that are not UTF-8 from being replaced.
 */
class CsvRowSplitter implements RowSplitter {
  readonly #pending: PendingBytes;
  readonly #delimiter: number;
  #state: State = 'cell_start';
  #awaitsLineFeed = false;
  #offset: number;
  #line: number;
  #startLine: number;
  #quoteLine = 1;

  constructor(delimiter: string, from: ReadPosition, limits: ReadingLimits) {
    this.#pending = new PendingBytes(limits.rowBytes);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#offset = from.offset;
    this.#line = from.line;
    this.#startLine = from.line;
  }

  *push(chunk: Buffer): Iterable<RawRow> {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const value = chunk[index];
      if (this.#awaitsLineFeed) {
        this.#awaitsLineFeed = false;
        start = value === lineFeed ? index + 1 : index;
        yield this.#takeRow(this.#offset + start);
        if (value === lineFeed) continue;
      }
      if (this.#state === 'quoted') {
        index = this.#skipQuoted(chunk, index);
      } else if (value === lineFeed) {
        this.#pending.add(chunk.subarray(start, index));
        start = index + 1;
        yield this.#takeRow(this.#offset + start);
      } else if (value === carriageReturn) {
        this.#pending.add(chunk.subarray(start, index));
        this.#awaitsLineFeed = true;
      } else {
        this.#take(value);
      }
    }
    if (!this.#awaitsLineFeed) this.#pending.add(chunk.subarray(start));
    this.#offset += chunk.length;
  }

  *end(): Iterable<RawRow> {
    if (this.#state === 'quoted') {
      const line = this.#quoteLine;
      const message = `A quote opened on line ${line} is never closed, so everything behind it was read as one cell. Close it, or double it if it belongs to the text.`;
      yield {
        ...this.#takeRow(this.#offset),
        bytes: null,
        entry: { line, rejection: reject('', 'unclosed_quote', message) },
      };
    } else if (this.#awaitsLineFeed || this.#pending.size > 0) {
      yield this.#takeRow(this.#offset);
    }
  }

  #take(value: number | undefined): void {
    if (value === this.#delimiter) {
      this.#state = 'cell_start';
    } else if (value === quote && (this.#state === 'cell_start' || this.#state === 'quote_in_quoted')) {
      if (this.#state === 'cell_start') this.#quoteLine = this.#line;
      this.#state = 'quoted';
    } else {
      this.#state = 'plain';
    }
  }

  /** Goes to the next quote, or to the end of the chunk, and counts the lines on the way. */
  #skipQuoted(chunk: Buffer, from: number): number {
    const found = chunk.indexOf(quote, from);
    const end = found < 0 ? chunk.length : found;
    for (let at = chunk.indexOf(lineFeed, from); at >= 0 && at < end; at = chunk.indexOf(lineFeed, at + 1)) {
      this.#line += 1;
    }
    if (found >= 0) this.#state = 'quote_in_quoted';
    return end;
  }

  #takeRow(nextOffset: number): RawRow {
    const line = this.#startLine;
    const size = this.#pending.size;
    this.#line += 1;
    this.#startLine = this.#line;
    this.#state = 'cell_start';
    return { bytes: this.#pending.take(), line, size, nextOffset, nextLine: this.#line };
  }
}

export interface CsvSplitting {
  readonly delimiter: string;
  readonly from: ReadPosition;
  readonly limits: ReadingLimits;
}

export function createCsvRowSplitter({ delimiter, from, limits }: CsvSplitting): RowSplitter {
  return new CsvRowSplitter(delimiter, from, limits);
}
