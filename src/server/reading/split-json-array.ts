import { reject } from '#domain/imports/rejection.ts';
import { PendingBytes } from './pending-bytes.ts';
import type { RawRow, RowSplitter } from './read-rows.ts';
import type { ReadingLimits } from './reading-limits.ts';
import type { ReadPosition } from './record-batch.ts';

const byte = { lineFeed: 0x0a, quote: 0x22, comma: 0x2c, backslash: 0x5c, open: 0x5b, close: 0x5d } as const;
const curly = { open: 0x7b, close: 0x7d } as const;

function isBlank(value: number | undefined): boolean {
  return value === 0x20 || value === 0x09 || value === 0x0d || value === byte.lineFeed;
}

type Stage = 'before' | 'between' | 'element' | 'after' | 'refused';

/** Finds the elements of one JSON array by counting brackets outside strings; each is parsed on its own later. */
class ArraySplitter implements RowSplitter {
  readonly #pending: PendingBytes;
  #stage: Stage;
  #offset: number;
  #line: number;
  #startLine = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(from: ReadPosition, limits: ReadingLimits) {
    this.#pending = new PendingBytes(limits.rowBytes);
    this.#offset = from.offset;
    this.#line = from.line;
    this.#stage = from.records === 0 ? 'before' : 'between';
  }

  *push(chunk: Buffer): Iterable<RawRow> {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const value = chunk[index];
      if (this.#stage === 'element') {
        if (!this.#endsElement(value)) {
          if (value === byte.lineFeed) this.#line += 1;
          continue;
        }
        this.#pending.add(chunk.subarray(start, index));
        yield this.#takeRow(this.#offset + index);
        this.#stage = value === byte.close ? 'after' : 'between';
        continue;
      }
      if (value === byte.lineFeed) this.#line += 1;
      if (isBlank(value)) continue;
      if (this.#stage === 'before') this.#stage = 'between';
      else if (this.#stage === 'between' && value === byte.close) this.#stage = 'after';
      else if (this.#stage === 'between' && value !== byte.comma) {
        this.#startElement(value);
        start = index;
      } else if (this.#stage === 'after') {
        this.#stage = 'refused';
        yield this.#refuse(this.#offset + index, 'After the closing ] comes more text, which was not read.');
      }
    }
    if (this.#stage === 'element') this.#pending.add(chunk.subarray(start));
    this.#offset += chunk.length;
  }

  *end(): Iterable<RawRow> {
    if (this.#stage === 'element') yield this.#takeRow(this.#offset);
    if (this.#stage === 'after' || this.#stage === 'refused') return;
    yield this.#refuse(this.#offset, 'The list is never closed with ]. Rows may be missing at the end.');
  }

  #startElement(value: number | undefined): void {
    this.#stage = 'element';
    this.#startLine = this.#line;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#endsElement(value);
  }

  /** Takes in one byte of an element and says whether it stands just behind the element's end. */
  #endsElement(value: number | undefined): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (value === byte.backslash) this.#escaped = true;
      else if (value === byte.quote) this.#inString = false;
      return false;
    }
    if (this.#depth === 0 && (value === byte.comma || value === byte.close)) return true;
    if (value === byte.quote) this.#inString = true;
    else if (value === byte.open || value === curly.open) this.#depth += 1;
    else if ((value === byte.close || value === curly.close) && this.#depth > 0) this.#depth -= 1;
    return false;
  }

  #takeRow(nextOffset: number): RawRow {
    const size = this.#pending.size;
    return { bytes: this.#pending.take(), line: this.#startLine, size, nextOffset, nextLine: this.#line };
  }

  #refuse(nextOffset: number, message: string): RawRow {
    const line = this.#line;
    const entry = { line, rejection: reject('', 'malformed_json', message) };
    return { bytes: null, line, size: 0, nextOffset, nextLine: line, entry };
  }
}

export function createArraySplitter(from: ReadPosition, limits: ReadingLimits): RowSplitter {
  return new ArraySplitter(from, limits);
}
