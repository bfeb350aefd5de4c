import { UsageError } from '#cli/command-errors.ts';

/** A column that a command needs. */
export interface WantedColumn<Name extends string = string> {
  readonly name: Name;
  /** The file may lack the column. */
  readonly isOptional?: boolean;
  /** A row may leave the cell empty; its code is then {@link emptyCode}. */
  readonly mayBeEmpty?: boolean;
}

/** The code of an empty cell, where one is allowed. */
export const emptyCode = -1;

/** The cells of one column as places in the list of distinct texts, which stand in order of first appearance. */
export interface EncodedColumn {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** The wanted columns of a table. */
export interface StatsTable<Name extends string = string> {
  readonly rows: number;
  /** A column that the file has; one that may be missing is asked for with `find`. */
  column(name: Name): EncodedColumn;
  find(name: Name): EncodedColumn | undefined;
  /** The line of a text file on which a row begins; in Parquet the number of the row, from 1. */
  lineOf(row: number): number;
  /** Where a row stands, to begin a message with: "Line 5" or, in Parquet, "Row 4". */
  placeOf(row: number): string;
}

/** What a reader of one kind of file found. */
export interface FoundColumns {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, EncodedColumn>;
  lineOf(row: number): number;
  readonly placeWord: 'Line' | 'Row';
}

/** Makes a table of what was found; refuses empty cells where none may be. */
export function createStatsTable<Name extends string>(
  found: FoundColumns,
  wanted: readonly WantedColumn<Name>[],
): StatsTable<Name> {
  const { rows, columns, lineOf, placeWord } = found;
  const placeOf = (row: number) => `${placeWord} ${lineOf(row)}`;
  for (const { name, mayBeEmpty } of wanted) {
    const row = mayBeEmpty === true ? undefined : columns.get(name)?.codes.indexOf(emptyCode);
    if (row !== undefined && row >= 0)
      throw new UsageError(
        `${placeOf(row)}, column ${name}: the cell is empty. Fill it, or leave the row out.`,
      );
  }
  const find = (name: Name) => columns.get(name);
  return {
    rows,
    find,
    column(name) {
      const column = find(name);
      if (column === undefined) throw new Error(`The column ${name} was not read.`);
      return column;
    },
    lineOf,
    placeOf,
  };
}

/** The place of each wanted column among the names of a file; without the optional ones that are missing. */
export function locateColumns(
  names: readonly string[],
  wanted: readonly WantedColumn[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { name, isOptional } of wanted) {
    const place = locate(names, name);
    if (place !== -1) places.set(name, place);
    else if (isOptional !== true) throw new UsageError(explainMissing(names, { name, wanted }));
  }
  return places;
}

/** Exact names go before names that differ in upper and lower case only. */
function locate(names: readonly string[], wanted: string): number {
  const found = names.includes(wanted)
    ? names.flatMap((name, place) => (name === wanted ? [place] : []))
    : names.flatMap((name, place) => (name.toLowerCase() === wanted.toLowerCase() ? [place] : []));
  if (found.length > 1)
    throw new UsageError(`The column ${wanted} stands in the file twice. Rename one of the two.`);
  return found[0] ?? -1;
}

function explainMissing(
  names: readonly string[],
  { name, wanted }: { name: string; wanted: readonly WantedColumn[] },
): string {
  const needed = wanted.filter(({ isOptional }) => isOptional !== true).map((column) => column.name);
  const delimiter = names.length === 1 ? /[;\t|]/.exec(names[0] ?? '') : null;
  const hint =
    delimiter === null
      ? ''
      : ` Its columns seem to be divided by ${delimiter[0] === '\t' ? 'tabs' : delimiter[0]}: use commas.`;
  return `The file lacks the column ${name}: it must have ${needed.join(', ')}, and has ${names.join(', ') || 'none'}.${hint}`;
}
