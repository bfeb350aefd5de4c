import { fQuantile, fTail } from '#stats/distributions/fisher-f.ts';
import type { CompleteTable } from './complete-table.ts';

/** Which intraclass correlation, as Shrout and Fleiss name them: model, and single ratings or the mean of k. */
export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k';

export interface IccInput {
  readonly table: CompleteTable;
  readonly form: IccForm;
  readonly confidence?: number;
}

export type IccGap = 'too_few_units' | 'single_rater' | 'raters_change' | 'no_variation';

/** The mean squares of the table: between items, within items, between raters, and the rest. */
export interface MeanSquares {
  readonly between: number;
  readonly within: number;
  readonly raters: number;
  readonly rest: number;
}

/** An intraclass correlation with its test against 0 and its interval, or null and the reason. */
export type IntraclassCorrelation =
  | ({
      readonly value: number;
      readonly f: number;
      readonly numeratorDegrees: number;
      readonly denominatorDegrees: number;
      readonly pValue: number;
      readonly lower: number;
      readonly upper: number;
    } & { readonly meanSquares: MeanSquares })
  | { readonly value: null; readonly reason: IccGap };

/**
 * **Intraclass correlation**: which share of the variance of ratings comes from the items and not from who rated.
 *
 * What for: ratings on a scale with equal steps. `1` where raters change from item to item, `2` where a team stands for
 * other raters too and being stricter counts as disagreement, `3` where only this team matters and strictness does not;
 * `k` is for the mean of all ratings instead of a single one.
 *
 * When it misleads: items that hardly differ make it low though raters agree; it can be far below 0. The forms differ
 * much: say which one. It needs complete data and supposes normal ratings for the interval.
 *
 * Formula: from the mean squares of a two-way table, e.g. ICC(2,1) = (B − E)/(B + (k − 1)E + k(J − E)/n).
 * Source: P. E. Shrout and J. L. Fleiss (1979), Psychological Bulletin 86(2); intervals K. O. McGraw and S. P. Wong
 * (1996), Psychological Methods 1(1).
 *
 * Units: at most 1.
 *
 * @throws RangeError unless 0 < confidence < 1.
 * @example
 * const table = completeTable(ratingsOfTable([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]));
 * intraclassCorrelation({ table, form: '2,1' }).value.toFixed(2); // '0.29'
 */
export function intraclassCorrelation({ table, form, confidence = 0.95 }: IccInput): IntraclassCorrelation {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`The confidence must lie between 0 and 1, not ${confidence}.`);
  const { items, raters, hasFixedRaters } = table;
  if (raters < 2) return { value: null, reason: 'single_rater' };
  if (items < 2) return { value: null, reason: 'too_few_units' };
  if (form[0] !== '1' && !hasFixedRaters) return { value: null, reason: 'raters_change' };
  const meanSquares = meanSquaresOf(table);
  const { between, within, rest } = meanSquares;
  const error = form[0] === '1' ? within : rest;
  // Without any difference inside items, only a difference between them says something.
  if (!(between > 0 || error > 0)) return { value: null, reason: 'no_variation' };
  const tail = (1 - confidence) / 2;
  const scaled = { items, raters, meanSquares, tail };
  const found = form[0] === '2' ? absolute(scaled, form) : ratio(scaled, { form, error });
  // Where items do not differ at all, the mean of k ratings has no correlation to speak of.
  if (!Number.isFinite(found.value)) return { value: null, reason: 'no_variation' };
  return { ...found, meanSquares };
}

interface Setting {
  readonly items: number;
  readonly raters: number;
  readonly meanSquares: MeanSquares;
  /** What lies beyond each end of the interval. */
  readonly tail: number;
}

/** Forms 1 and 3, whose interval is that of a ratio of two mean squares. */
function ratio(
  { items, raters: k, meanSquares, tail }: Setting,
  { form, error }: { readonly form: IccForm; readonly error: number },
) {
  const numerator = items - 1;
  const denominator = form[0] === '1' ? items * (k - 1) : (items - 1) * (k - 1);
  const f = meanSquares.between / error;
  const low = f / fQuantile(1 - tail, { numerator, denominator });
  const high = f * fQuantile(1 - tail, { numerator: denominator, denominator: numerator });
  const single = (value: number) => (value === Infinity ? 1 : (value - 1) / (value + k - 1));
  const mean = (value: number) => 1 - 1 / value;
  const figure = form.endsWith('k') ? mean : single;
  return {
    value: figure(f),
    f,
    numeratorDegrees: numerator,
    denominatorDegrees: denominator,
    pValue: fTail(f, { numerator, denominator }),
    lower: figure(low),
    upper: figure(high),
  };
}

/** Form 2, where the variance between raters counts too; its degrees of freedom are Satterthwaite's. */
function absolute({ items: n, raters: k, meanSquares, tail }: Setting, form: IccForm) {
  const { between: b, raters: j, rest: e } = meanSquares;
  const isMean = form.endsWith('k');
  const value = isMean ? (b - e) / (b + (j - e) / n) : (b - e) / (b + (k - 1) * e + (k * (j - e)) / n);
  if (value === 1) return perfect(n, k);
  const degrees = degreesOf(meanSquares, { n, k, rho: value });
  const { low, high } = bounds({ n, k, tail, degrees }, meanSquares);
  const stepUp = (single: number) => (isMean ? (k * single) / (1 + (k - 1) * single) : single);
  // Against a correlation of 0, the ratio of mean squares is that of items and rest.
  const f = b / e;
  return {
    value,
    f,
    numeratorDegrees: n - 1,
    denominatorDegrees: degrees,
    pValue: fTail(f, { numerator: n - 1, denominator: degrees }),
    lower: stepUp(low),
    upper: stepUp(high),
  };
}

/** No difference inside any item: the formulas of the interval become 0/0, and their limit is 1. */
function perfect(n: number, k: number) {
  const denominatorDegrees = (n - 1) * (k - 1);
  return {
    value: 1,
    f: Infinity,
    numeratorDegrees: n - 1,
    denominatorDegrees,
    pValue: 0,
    lower: 1,
    upper: 1,
  };
}

function degreesOf(
  { raters: j, rest: e }: MeanSquares,
  { n, k, rho }: { readonly n: number; readonly k: number; readonly rho: number },
): number {
  const a = (k * rho) / (n * (1 - rho));
  const b = 1 + (k * rho * (n - 1)) / (n * (1 - rho));
  return (a * j + b * e) ** 2 / ((a * j) ** 2 / (k - 1) + (b * e) ** 2 / ((n - 1) * (k - 1)));
}

function bounds(
  { n, k, tail, degrees }: { n: number; k: number; tail: number; degrees: number },
  { between: b, raters: j, rest: e }: MeanSquares,
): { readonly low: number; readonly high: number } {
  const below = fQuantile(1 - tail, { numerator: n - 1, denominator: degrees });
  const above = fQuantile(1 - tail, { numerator: degrees, denominator: n - 1 });
  const noise = k * j + (k * n - k - n) * e;
  return {
    low: (n * (b - below * e)) / (below * noise + n * b),
    high: (n * (above * b - e)) / (noise + n * above * b),
  };
}

function meanSquaresOf({ items, raters, values }: CompleteTable): MeanSquares {
  const origin = values[0] ?? 0;
  const rows = new Float64Array(items);
  const columns = new Float64Array(raters);
  let [sum, squares] = [0, 0];
  values.forEach((value, place) => {
    const x = value - origin;
    rows[Math.floor(place / raters)] = (rows[Math.floor(place / raters)] ?? 0) + x;
    columns[place % raters] = (columns[place % raters] ?? 0) + x;
    sum += x;
    squares += x * x;
  });
  const correction = (sum * sum) / values.length;
  const spread = (sums: Float64Array, size: number) =>
    Math.max(0, sums.reduce((total, value) => total + value * value, 0) / size - correction);
  const between = spread(rows, raters);
  const byRater = spread(columns, items);
  const within = Math.max(0, squares - correction - between);
  return {
    between: between / (items - 1),
    within: within / (items * (raters - 1)),
    raters: byRater / (raters - 1),
    rest: Math.max(0, within - byRater) / ((items - 1) * (raters - 1)),
  };
}
