import { UsageError } from '#cli/command-errors.ts';
import { groupRatings, type Ratings } from '#stats/agreement/ratings.ts';
import { isNumeric, levelNumbers } from './numbers-of.ts';
import { emptyCode, type StatsTable } from './stats-table.ts';

export const ratingColumns = [
  { name: 'item' },
  { name: 'annotator' },
  { name: 'value', mayBeEmpty: true },
] as const;

type RatingTable = StatsTable<'item' | 'annotator' | 'value'>;

/** What each annotator said of each item, and how the annotators are called. */
export interface NamedRatings {
  readonly ratings: Ratings;
  readonly annotators: readonly string[];
  /** False where the values are words; their numbers are then their places in the categories. */
  readonly isNumeric: boolean;
}

/**
 * Reads ratings from a table; rows with an empty value are left out. The scale is the categories in their order or,
 * without any, the values that occur: numbers in rising order, words as they come.
 */
export function readRatings(table: RatingTable, categories: readonly string[] | undefined): NamedRatings {
  const item = table.column('item');
  const annotator = table.column('annotator');
  const value = table.column('value');
  if (!value.codes.some((code) => code !== emptyCode)) throw new UsageError('The file holds no values.');
  const scale = categories === undefined ? scaleOfValues(table) : scaleOfCategories(table, categories);
  const { rows, ...ratings } = groupRatings({
    items: item.codes,
    itemCount: item.levels.length,
    raters: annotator.codes,
    raterCount: annotator.levels.length,
    codes: value.codes.map((code) => scale.codeOf[code] ?? emptyCode),
    categories: scale.numbers,
  });
  refuseRepeats(table, { ratings, rows });
  return { ratings, annotators: annotator.levels, isNumeric: scale.isNumeric };
}

interface Scale {
  readonly numbers: Float64Array;
  /** The place in the scale of each level of the column. */
  readonly codeOf: Int32Array;
  readonly isNumeric: boolean;
}

function scaleOfValues(table: RatingTable): Scale {
  const { levels } = table.column('value');
  if (!isNumeric(levels))
    return {
      numbers: Float64Array.from(levels, (_, place) => place),
      codeOf: Int32Array.from(levels, (_, place) => place),
      isNumeric: false,
    };
  const given = levelNumbers(table, 'value');
  const numbers = Float64Array.from(new Set(given)).sort();
  const places = new Map(Array.from(numbers, (number, place) => [number, place]));
  return { numbers, codeOf: Int32Array.from(given, (number) => places.get(number) ?? 0), isNumeric: true };
}

/** Numbers are compared as numbers, so that 1.0 is the category 1. */
function scaleOfCategories(table: RatingTable, categories: readonly string[]): Scale {
  const { codes, levels } = table.column('value');
  const numeric = isNumeric(categories);
  const keyOf = (text: string) => (numeric ? Number(text) : text);
  const places = new Map(categories.map((text, place) => [keyOf(text), place]));
  const codeOf = Int32Array.from(levels, (text, level) => {
    const place = places.get(keyOf(text));
    if (place !== undefined) return place;
    throw new UsageError(
      `${table.placeOf(codes.indexOf(level))}, column value: "${text}" is none of the categories ${categories.join(', ')}. Mend the value, or add it to --categories.`,
    );
  });
  const numbers = Float64Array.from(categories, (text, place) => (numeric ? Number(text) : place));
  return { numbers, codeOf, isNumeric: numeric };
}

/** One annotator speaks once of an item; the rows of an item stand together here, so one stamp for each annotator does. */
function refuseRepeats(
  table: RatingTable,
  { ratings, rows }: { readonly ratings: Ratings; readonly rows: Int32Array },
): void {
  const stamps = new Int32Array(ratings.raterCount).fill(-1);
  for (let item = 0; item + 1 < ratings.starts.length; item++) {
    const end = ratings.starts[item + 1] ?? 0;
    for (let place = ratings.starts[item] ?? 0; place < end; place++) {
      const rater = ratings.raters[place] ?? 0;
      if (stamps[rater] === item) refuseRepeat(table, rows[place] ?? 0);
      stamps[rater] = item;
    }
  }
}

function refuseRepeat(table: RatingTable, row: number): never {
  const nameIn = (column: 'item' | 'annotator') => {
    const { codes, levels } = table.column(column);
    return levels[codes[row] ?? 0] ?? '';
  };
  throw new UsageError(
    `${table.placeOf(row)}, column annotator: ${nameIn('annotator')} has a value for item ${nameIn('item')} already. Keep one value for each annotator and item.`,
  );
}
