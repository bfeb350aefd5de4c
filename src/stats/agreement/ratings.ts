/**
 * What several raters said of several items, item by item: the ratings of item i stand from `starts[i]` up to, but not
 * with, `starts[i + 1]`, so `starts` has one entry more than there are items. A missing rating is simply not there.
 */
export interface Ratings {
  readonly starts: Int32Array;
  /** Who rated, from 0. No rater stands twice in one item. */
  readonly raters: Int32Array;
  /** What was said, as a place in `categories`. */
  readonly codes: Int32Array;
  readonly raterCount: number;
  /** The whole scale, in its order, each category with the number that it stands for. */
  readonly categories: Float64Array;
}

/** One row a rating, in any order; a code below 0 stands for a missing value. */
export interface RatingRows extends Pick<Ratings, 'raters' | 'codes' | 'raterCount' | 'categories'> {
  readonly items: Int32Array;
  readonly itemCount: number;
}

/**
 * **Grouping ratings by item**: rows in any order become the ratings of one item after those of another.
 *
 * What for: the common first step of the measures that must know who said what. Linear in the number of rows.
 *
 * When it misleads: nothing is lost but the order of the rows.
 *
 * Units: none; `rows` tells for each rating the row that it came from.
 *
 * @throws RangeError when the columns differ in length.
 * @example
 * const grouped = groupRatings({
 *   items: new Int32Array([1, 0, 1]), itemCount: 2, raters: new Int32Array([0, 0, 1]), raterCount: 2,
 *   codes: new Int32Array([2, 0, 1]), categories: new Float64Array([1, 2, 3]),
 * });
 * grouped.codes; // Int32Array [0, 2, 1]
 */
export function groupRatings(given: RatingRows): Ratings & { readonly rows: Int32Array } {
  const { items, itemCount, raters, codes, raterCount, categories } = given;
  if (items.length !== raters.length || items.length !== codes.length)
    throw new RangeError('Items, raters and codes must be equally many.');
  const starts = new Int32Array(itemCount + 1);
  for (let row = 0; row < items.length; row++) {
    if ((codes[row] ?? -1) >= 0) starts[(items[row] ?? 0) + 1] = (starts[(items[row] ?? 0) + 1] ?? 0) + 1;
  }
  for (let item = 0; item < itemCount; item++)
    starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] ?? 0);
  const size = starts[itemCount] ?? 0;
  const next = starts.slice();
  const grouped = { raters: new Int32Array(size), codes: new Int32Array(size), rows: new Int32Array(size) };
  for (let row = 0; row < items.length; row++) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    const item = items[row] ?? 0;
    const place = next[item] ?? 0;
    next[item] = place + 1;
    grouped.raters[place] = raters[row] ?? 0;
    grouped.codes[place] = code;
    grouped.rows[place] = row;
  }
  return { starts, ...grouped, raterCount, categories };
}

/**
 * **Ratings of a table**: a row an item, a column a rater, null where nothing was said.
 *
 * What for: small data, and published tables.
 *
 * When it misleads: without `categories` the scale is what was used, and measures that count the categories
 * (Gwet's AC, Brennan–Prediger) then take an option that nobody chose for one that does not exist.
 *
 * Units: those of the values; without `categories` they are put in rising order.
 *
 * @throws RangeError when a value is none of the categories.
 * @example
 * ratingsOfTable([[1, 3], [null, 2]]).codes; // Int32Array [0, 2, 1]
 */
export function ratingsOfTable(
  table: readonly (readonly (number | null)[])[],
  categories: readonly number[] = distinctValues(table),
): Ratings {
  const starts = new Int32Array(table.length + 1);
  const raters: number[] = [];
  const codes: number[] = [];
  table.forEach((row, item) => {
    row.forEach((value, rater) => {
      if (value === null) return;
      const code = categories.indexOf(value);
      if (code === -1) throw new RangeError(`The value ${value} is none of the categories.`);
      raters.push(rater);
      codes.push(code);
    });
    starts[item + 1] = codes.length;
  });
  return {
    starts,
    raters: Int32Array.from(raters),
    codes: Int32Array.from(codes),
    raterCount: table.reduce((most, row) => Math.max(most, row.length), 0),
    categories: Float64Array.from(categories),
  };
}

function distinctValues(table: readonly (readonly (number | null)[])[]): number[] {
  const values = table.flat().filter((value) => value !== null);
  return [...new Set(values)].sort((first, second) => first - second);
}
