/** How much two different categories count as agreement; named as in Gwet's handbook. */
export type WeightKind =
  | 'none'
  | 'linear'
  | 'quadratic'
  | 'ordinal'
  | 'radical'
  | 'ratio'
  | 'circular'
  | 'bipolar';

type Distance = (first: number, second: number) => number;

/**
 * **Agreement weights**: 1 for the same category, less the further two categories are apart, 0 for the two ends.
 *
 * What for: kappa, Gwet's AC and their kin on ordered scales, where nearly the same is nearly agreement. `linear` and
 * `quadratic` go by the numbers that categories stand for; `ordinal` by how many categories lie between; `circular` for
 * hours and angles; `ratio` in proportion to size; `none` makes every difference count alike.
 *
 * When it misleads: the figure depends on the choice as much as on the data: quadratic weights forgive one step nearly
 * wholly. Krippendorff's ordinal alpha rests on ranks instead and is another measure than `ordinal` here.
 *
 * Formula: w = 1 − d/max d with d = 1 | |x − y| | (x − y)² | C(|k − l| + 1, 2) | √|x − y| | ((x − y)/(x + y))² |
 * sin²(π(x − y)/(range + 1)) | (x − y)²/((x + y − 2 min)(2 max − x − y)).
 * Source: K. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. 2014, ch. 3.
 *
 * Units: from 0 to 1; a table with one row after another.
 *
 * @example
 * categoryWeights('linear', [1, 2, 3]); // Float64Array [1, 0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1]
 */
export function categoryWeights(kind: WeightKind, categories: ArrayLike<number>): Float64Array {
  const size = categories.length;
  const values = Float64Array.from(categories);
  const distance = distanceOf(kind, values);
  const weights = new Float64Array(size * size);
  let furthest = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      const apart = k === l ? 0 : distance(k, l);
      weights[k * size + l] = apart;
      furthest = Math.max(furthest, apart);
    }
  }
  return weights.map((apart) => (furthest > 0 ? 1 - apart / furthest : 1));
}

/** Takes places in the list of categories. */
function distanceOf(kind: WeightKind, values: Float64Array): Distance {
  const lowest = values.reduce((low, value) => Math.min(low, value), Infinity);
  const highest = values.reduce((high, value) => Math.max(high, value), -Infinity);
  const gap: Distance = (k, l) => (values[k] ?? 0) - (values[l] ?? 0);
  const sum: Distance = (k, l) => (values[k] ?? 0) + (values[l] ?? 0);
  const distances: Readonly<Record<WeightKind, Distance>> = {
    none: () => 1,
    linear: (k, l) => Math.abs(gap(k, l)),
    quadratic: (k, l) => gap(k, l) ** 2,
    ordinal: (k, l) => ((Math.abs(k - l) + 1) * Math.abs(k - l)) / 2,
    radical: (k, l) => Math.sqrt(Math.abs(gap(k, l))),
    ratio: (k, l) => (gap(k, l) / sum(k, l)) ** 2,
    circular: (k, l) => Math.sin((Math.PI * gap(k, l)) / (highest - lowest + 1)) ** 2,
    bipolar: (k, l) => gap(k, l) ** 2 / ((sum(k, l) - 2 * lowest) * (2 * highest - sum(k, l))),
  };
  return distances[kind];
}
