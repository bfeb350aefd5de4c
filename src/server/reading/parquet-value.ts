import { isUtf8 } from 'node:buffer';
import type { JsonRecord, JsonValue } from '#domain/imports/json-record.ts';
import { type Rejection, reject } from '#domain/imports/rejection.ts';

function readDate(date: Date): JsonValue {
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** What JSON has no word for becomes text: long integers, NaN and infinities. Bytes must be UTF-8. */
function toJson(value: unknown, depth: number): JsonValue | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return isSafe(value) ? Number(value) : value.toString();
  if (value instanceof Date) return readDate(value);
  if (value instanceof Uint8Array) return isUtf8(value) ? Buffer.from(value).toString('utf8') : undefined;
  // Deeper values are cut off here and refused later, by the rule on nesting.
  if (typeof value !== 'object' || depth > 100) return null;
  if (ArrayBuffer.isView(value)) return toJson(Array.from(value as unknown as Iterable<unknown>), depth);
  if (Array.isArray(value)) {
    const list: JsonValue[] = [];
    for (const entry of value) {
      const json = toJson(entry, depth + 1);
      if (json === undefined) return undefined;
      list.push(json);
    }
    return list;
  }
  const entries: [string, JsonValue][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const json = toJson(entry, depth + 1);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}

/** Turns a Parquet row into JSON values, or says which column cannot be. */
export function toJsonRecord(row: Readonly<Record<string, unknown>>): JsonRecord | Rejection {
  const entries: [string, JsonValue][] = [];
  for (const [column, value] of Object.entries(row)) {
    const json = toJson(value, 1);
    if (json === undefined)
      return reject(column, 'invalid_utf8', 'This cell holds bytes that are not UTF-8 text.');
    entries.push([column, json]);
  }
  return Object.fromEntries(entries);
}

/** Text as it is. What is not UTF-8 stays bytes, so that it is reported instead of replaced. */
export function readParquetText(bytes: Uint8Array | undefined): string | Uint8Array | undefined {
  return bytes && isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    : bytes;
}

/** Parsed JSON, or the text itself where it is no JSON. */
export function readParquetJson(bytes: Uint8Array | undefined): unknown {
  const text = readParquetText(bytes);
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
