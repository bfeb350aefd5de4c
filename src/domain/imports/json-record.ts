export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** One row of an imported file, whatever the file's format. */
export type JsonRecord = Readonly<Record<string, JsonValue>>;

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Reads a row's own field, so that a column called `constructor` is data and never an inherited member. */
export function fieldOf(record: JsonRecord, name: string): JsonValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Copies a row without some fields. Entries are defined, not assigned, so a `__proto__` key stays plain data. */
export function omitFields(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** Copies a row with only the named fields that it has. */
export function pickFields(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

/** Reads a finite number, also from text, because every CSV cell is text. */
export function numberOf(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

/** Reads an identifier or a name: text as it is, a number in digits, anything else as absent. */
export function labelOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Reads a list, also one written as JSON text, which is how lists sit in CSV cells. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] | null {
  if (isJsonArray(value)) return value;
  if (typeof value !== 'string' || !/^\s*\[/.test(value)) return null;
  try {
    const parsed: JsonValue = JSON.parse(value);
    return isJsonArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
