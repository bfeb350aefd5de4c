import { UsageError } from '#cli/command-errors.ts';
import type { StatsTable } from './stats-table.ts';

/** The number that each level of a column stands for; a text that is no finite number is refused with its place. */
export function levelNumbers<Name extends string>(table: StatsTable<Name>, name: Name): Float64Array {
  const { codes, levels } = table.column(name);
  return Float64Array.from(levels, (text, code) => {
    const number = toNumber(text);
    if (Number.isFinite(number)) return number;
    throw new UsageError(`${table.placeOf(codes.indexOf(code))}, column ${name}: "${text}" is not a number.`);
  });
}

/** The numbers of a column, row by row; NaN where an allowed cell is empty. */
export function numbersOf<Name extends string>(table: StatsTable<Name>, name: Name): Float64Array {
  const byLevel = levelNumbers(table, name);
  return Float64Array.from(table.column(name).codes, (code) => byLevel[code] ?? Number.NaN);
}

/** True where every level is a finite number. */
export function isNumeric(levels: readonly string[]): boolean {
  return levels.every((text) => Number.isFinite(toNumber(text)));
}

/** `Number` takes an empty text for 0 and reads hexadecimal; neither is meant in a table. */
function toNumber(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
