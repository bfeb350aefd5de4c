import { fieldOf, type JsonRecord } from './json-record.ts';

/** Endings by which two columns tell the sides of a comparison apart. */
const suffixPairs = [
  ['old', 'new'],
  ['a', 'b'],
  ['1', '2'],
  ['left', 'right'],
] as const;
/** What is said about a response and is none itself. */
const notResponses =
  /^(?:.*[ _-])?(?:models?|names?|ids?|scores?|ratings?|ranks?|tokens|lengths?|urls?|dates?)$/i;

export interface SuffixPair {
  readonly columns: readonly [string, string];
  readonly suffixes: readonly [string, string];
}

/**
 * Finds two columns that share a stem and differ by their ending, such as `reply_old` and `reply_new`. Of several pairs
 * the one with the longest texts is taken: responses are longer than what is said about them.
 */
export function findSuffixPair(columns: readonly string[], rows: readonly JsonRecord[]): SuffixPair | null {
  const byName = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const pairs = columns.flatMap((column) =>
    suffixPairs.flatMap(([one, other]): SuffixPair[] => {
      const stem = stemOf(column, one);
      const partner = stem === null ? undefined : byName.get(`${stem}${other}`.toLowerCase());
      return partner === undefined ? [] : [{ columns: [column, partner], suffixes: [one, other] }];
    }),
  );
  const measured = pairs
    .map((pair) => ({ pair, length: textLength(pair, rows) }))
    .filter(({ length }) => length > 0);
  return measured.sort((a, b) => b.length - a.length)[0]?.pair ?? null;
}

/** The part before the ending, with what parts them; null where it does not end so, or is about responses. */
function stemOf(column: string, suffix: string): string | null {
  const ending = column.slice(-suffix.length);
  const stem = column.slice(0, -suffix.length);
  if (ending.toLowerCase() !== suffix || !/[\p{L}\p{N}]/u.test(stem)) return null;
  const isParted = /[ _-]$/.test(stem) || /^[A-Z0-9]/.test(ending);
  return isParted && !notResponses.test(stem.replace(/[ _-]+$/, '')) ? stem : null;
}

/** Characters of both texts over all rows; 0 where one of them is hardly ever a text. */
function textLength({ columns }: SuffixPair, rows: readonly JsonRecord[]): number {
  const sums = columns.map((column) =>
    rows.reduce((sum, row) => {
      const value = fieldOf(row, column);
      return typeof value === 'string' ? sum + value.length : sum;
    }, 0),
  );
  return sums.includes(0) ? 0 : sums.reduce((sum, length) => sum + length, 0);
}
