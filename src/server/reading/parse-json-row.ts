import { isUtf8 } from 'node:buffer';
import { importLimits } from '#domain/imports/import-limits.ts';
import { isJsonRecord, type JsonValue } from '#domain/imports/json-record.ts';
import { type Rejection, type RejectionCode, reject } from '#domain/imports/rejection.ts';
import { locateJsonError } from './locate-json-error.ts';
import type { RawRow } from './read-rows.ts';
import type { RecordEntry } from './record-batch.ts';

interface ReviverContext {
  readonly source?: string;
}

/** Keeps a number as the text it was written in where a JavaScript number would change it, as with long ids. */
function keepExact(_key: string, value: JsonValue, context?: ReviverContext): JsonValue {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  if (!Number.isFinite(value)) return source;
  const isChangedInteger =
    /^-?[0-9]+$/.test(source) && !Number.isSafeInteger(value) && String(value) !== source;
  return isChangedInteger ? source : value;
}

/** True where a number may differ from what was written. Looks no deeper than a row may be nested. */
function mayHaveLostDigits(value: JsonValue, depth: number): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null || depth > importLimits.depth) return false;
  return Object.values(value).some((child) => mayHaveLostDigits(child, depth + 1));
}

/** Parses JSON without losing digits of long integers. The exact way is slow, so it is taken only where needed. */
export function parseJsonExactly(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text);
  return mayHaveLostDigits(value, 1) ? JSON.parse(text, keepExact) : value;
}

export function tooLongRow(limit: number): Rejection {
  const cap = Math.round(limit / 1024 ** 2);
  return reject(
    '',
    'line_too_long',
    `This row is longer than ${cap} MB and was skipped. Shorten or split it.`,
  );
}

function explainSyntax(text: string, error: unknown): [RejectionCode, string] {
  if (error instanceof RangeError) return ['nested_too_deep', 'This row is nested too deeply. Flatten it.'];
  const column = locateJsonError(text) + 1;
  const what = column > text.trimEnd().length ? 'It ends too early' : 'What stands there is not JSON';
  return ['malformed_json', `This row is no valid JSON at column ${column.toLocaleString('en')}. ${what}.`];
}

/** Parses the bytes of one JSON object. Blank rows are null. */
export function parseJsonRow({ bytes, line }: RawRow, rowLimit: number): RecordEntry | null {
  if (bytes === null) return { line, rejection: tooLongRow(rowLimit) };
  if (!isUtf8(bytes)) {
    const message = 'This row holds bytes that are not UTF-8. Save the file as UTF-8.';
    return { line, rejection: reject('', 'invalid_utf8', message) };
  }
  const text = bytes.toString('utf8');
  if (text.trim() === '') return null;
  try {
    const value = parseJsonExactly(text);
    if (isJsonRecord(value)) return { line, record: value };
    const message = 'This row is valid JSON but no object. Each row must look like {"prompt": …}.';
    return { line, rejection: reject('', 'not_an_object', message) };
  } catch (error) {
    return { line, rejection: reject('', ...explainSyntax(text, error)) };
  }
}
