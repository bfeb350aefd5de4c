import { UsageError } from '#cli/command-errors.ts';

const comma = 44;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

/** The field on which a walk through a CSV stands. */
export interface CsvFields {
  /** Its text: the bytes from here … */
  from: number;
  /** … up to, but not with, here. */
  to: number;
  endsRow: boolean;
  /** The line on which the field begins, from 1. */
  firstLine: number;
  /** The line on which it ends. */
  line: number;
  /** Goes to the next field; false at the end of the file. */
  next(): boolean;
}

/**
 * Walks through the fields of a CSV without making a text of any. Blanks around a field that is not quoted are no part
 * of it. Doubled quotes inside a field are made single where they stand, so the bytes must be the caller's own.
 */
export function walkCsvFields(bytes: Uint8Array, begin: number): CsvFields {
  const end = bytes.length;
  let place = begin;
  // After a comma there is a field, even where nothing follows.
  let isOwed = false;
  const fields: CsvFields = {
    from: 0,
    to: 0,
    endsRow: false,
    firstLine: 1,
    line: 1,
    next() {
      if (place >= end && !isOwed) return false;
      if (fields.endsRow) fields.line++;
      fields.firstLine = fields.line;
      const close = bytes[place] === quote ? readQuoted() : readPlain();
      isOwed = bytes[close] === comma;
      fields.endsRow = !isOwed;
      const isPair = bytes[close] === carriageReturn && bytes[close + 1] === lineFeed;
      place = close + (isPair ? 2 : 1);
      return true;
    },
  };
  /** Gives back where the field is closed by a comma, the end of the line or of the file. */
  function readPlain(): number {
    let close = place;
    while (close < end) {
      const byte = bytes[close];
      if (byte === comma || byte === lineFeed || byte === carriageReturn) break;
      close++;
    }
    fields.from = place;
    fields.to = close;
    trim();
    return close;
  }
  function readQuoted(): number {
    let read = place + 1;
    let write = read;
    for (; read < end; read++) {
      const byte = bytes[read] ?? 0;
      if (byte === quote) {
        if (bytes[read + 1] !== quote) break;
        read++;
      } else if (byte === lineFeed) fields.line++;
      if (write !== read) bytes[write] = byte;
      write++;
    }
    if (read >= end)
      throw new UsageError(
        `Line ${fields.firstLine}: a quoted field is never closed. Add the missing quote.`,
      );
    fields.from = place + 1;
    fields.to = write;
    return skipToClose(read + 1);
  }
  function skipToClose(from: number): number {
    let close = from;
    while (bytes[close] === space || bytes[close] === tab) close++;
    const byte = bytes[close];
    if (close < end && byte !== comma && byte !== lineFeed && byte !== carriageReturn)
      throw new UsageError(
        `Line ${fields.line}: text follows a quoted field. Write a quote inside a field twice, as in "say ""yes""".`,
      );
    return close;
  }
  function trim(): void {
    while (fields.from < fields.to && isBlank(bytes[fields.from])) fields.from++;
    while (fields.from < fields.to && isBlank(bytes[fields.to - 1])) fields.to--;
  }
  return fields;
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab;
}
