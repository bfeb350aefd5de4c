import { parse } from 'csv-parse/sync';
import { UsageError } from './command-errors.ts';

/** What several people said about several units, read from a long table. */
export interface UnitTable {
  /** One row a unit, one value a person who said something. */
  readonly units: readonly (readonly number[])[];
  readonly annotators: number;
  readonly values: number;
  /** False where values are words, which have no order: they are numbered as they come. */
  readonly isNumeric: boolean;
}

const columns = ['unit', 'annotator', 'value'] as const;

interface Entry {
  readonly line: number;
  readonly unit: string;
  readonly annotator: string;
  readonly value: string;
}

/** Reads a CSV with the columns unit, annotator and value; empty values are left out. */
export function readUnitValues(text: string): UnitTable {
  const entries = readEntries(text).filter((entry) => entry.value !== '');
  if (entries.length === 0) throw new UsageError('The file holds no values.');
  refuseRepeats(entries);
  const isNumeric = entries.every(({ value }) => Number.isFinite(Number(value)));
  const codes = new Map<string, number>();
  const numberOf = (value: string) => {
    if (isNumeric) return Number(value);
    codes.set(value, codes.get(value) ?? codes.size);
    return codes.get(value) ?? 0;
  };
  const units = new Map<string, number[]>();
  for (const { unit, value } of entries) {
    const values = units.get(unit) ?? [];
    values.push(numberOf(value));
    units.set(unit, values);
  }
  const annotators = new Set(entries.map(({ annotator }) => annotator)).size;
  return { units: [...units.values()], annotators, values: entries.length, isNumeric };
}

function readEntries(text: string): Entry[] {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, trim: true }) as string[][];
  } catch (error) {
    throw new UsageError(`The file is not CSV: ${(error as Error).message}.`);
  }
  const header = (rows[0] ?? []).map((name) => name.toLowerCase());
  const places = columns.map((name) => header.indexOf(name));
  const missing = columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0)
    throw new UsageError(
      `The first line lacks the column ${missing.join(' and ')}: it must name unit, annotator and value.`,
    );
  const [unitAt = 0, annotatorAt = 0, valueAt = 0] = places;
  return rows.slice(1).map((row, index) => ({
    line: index + 2,
    unit: row[unitAt] ?? '',
    annotator: row[annotatorAt] ?? '',
    value: row[valueAt] ?? '',
  }));
}

function refuseRepeats(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { line, unit, annotator } of entries) {
    const key = JSON.stringify([unit, annotator]);
    if (seen.has(key))
      throw new UsageError(
        `Row ${line}: ${annotator} has a value for ${unit} already. Keep one value a person and unit.`,
      );
    seen.add(key);
  }
}
