import type { ComparisonRows } from './comparison-rows.ts';

/** What a pass over the rows adds up: `information` may be left out where only the gradient is wanted. */
export interface RowSums {
  readonly gradient: Float64Array;
  readonly information?: Float64Array;
  /** `curvature` gives minus the second derivatives, `squares` the squared gradients of the rows. */
  readonly kind?: 'curvature' | 'squares';
}

/**
 * **Sums over comparisons with features**: log-likelihood, gradient and information of the logistic model.
 *
 * What for: the one pass that {@link contextualBradleyTerry}, its sandwich and its bootstrap share.
 *
 * When it misleads: it only adds to what the arrays hold; clear them first. Of the information the lower triangle is
 * filled in.
 *
 * Formula: for z = θ_left − θ_right + x·β, p = 1/(1 + e^−z), points y and weight w: value Σ w (y z − log(1 + e^z)), gradient
 * Σ w (y − p)(e_left − e_right, x), information Σ h (e_left − e_right, x)(…)ᵀ with h = w p (1 − p) or (w (y − p))².
 * Source: P. McCullagh and J. Nelder, "Generalized Linear Models", 2nd ed. 1989, ch. 4.
 *
 * Units: natural logarithms.
 *
 * @example
 * const rows = comparisonRows({ items: 2, left: [0], right: [1], outcome: [2], featureCount: 0, features: [] });
 * const gradient = new Float64Array(2);
 * sumComparisonRows(rows, new Float64Array(2), { gradient });
 * gradient; // Float64Array [0.5, -0.5]
 */
export function sumComparisonRows(rows: ComparisonRows, at: Float64Array, sums: RowSums): number {
  const { items, left, right, points, featureCount, features, weights } = rows;
  const { gradient, information, kind = 'curvature' } = sums;
  const isSquared = kind === 'squares';
  const pairs = new Float64Array(information === undefined ? 0 : items * items);
  const cross = new Float64Array(items * featureCount);
  const square = new Float64Array(featureCount * featureCount);
  let value = 0;
  // The logarithm of a product of many is one logarithm instead of many.
  let product = 1;
  for (let row = 0; row < left.length; row++) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const one = left[row] ?? 0;
    const other = right[row] ?? 0;
    const point = points[row] ?? 0;
    const from = row * featureCount;
    let odds = (at[one] ?? 0) - (at[other] ?? 0);
    for (let f = 0; f < featureCount; f++) odds += (features[from + f] ?? 0) * (at[items + f] ?? 0);
    // Of the smaller side, so that neither end overflows.
    const small = Math.exp(-Math.abs(odds));
    const chance = (odds > 0 ? 1 : small) / (1 + small);
    const surplus = weight * (point - chance);
    gradient[one] = (gradient[one] ?? 0) + surplus;
    gradient[other] = (gradient[other] ?? 0) - surplus;
    for (let f = 0; f < featureCount; f++)
      gradient[items + f] = (gradient[items + f] ?? 0) + surplus * (features[from + f] ?? 0);
    if (information === undefined) continue;
    value += weight * (odds * point - (odds > 0 ? odds : 0));
    if (weight === 1) {
      product *= 1 + small;
      if (product > 1e200) {
        value -= Math.log(product);
        product = 1;
      }
    } else value -= weight * Math.log(1 + small);
    const heft = isSquared ? surplus * surplus : (weight * small) / ((1 + small) * (1 + small));
    pairs[one * items + other] = (pairs[one * items + other] ?? 0) + heft;
    for (let f = 0; f < featureCount; f++) {
      const part = heft * (features[from + f] ?? 0);
      cross[one * featureCount + f] = (cross[one * featureCount + f] ?? 0) + part;
      cross[other * featureCount + f] = (cross[other * featureCount + f] ?? 0) - part;
      for (let g = 0; g <= f; g++) {
        square[f * featureCount + g] = (square[f * featureCount + g] ?? 0) + part * (features[from + g] ?? 0);
      }
    }
  }
  if (information !== undefined) spread({ items, featureCount, pairs, cross, square }, information);
  return value - Math.log(product);
}

interface Blocks {
  readonly items: number;
  readonly featureCount: number;
  readonly pairs: Float64Array;
  readonly cross: Float64Array;
  readonly square: Float64Array;
}

/** Puts the sums of pairs and features where they belong in the lower triangle. */
function spread({ items, featureCount, pairs, cross, square }: Blocks, information: Float64Array): void {
  const size = items + featureCount;
  const add = (row: number, column: number, amount: number) => {
    information[row * size + column] = (information[row * size + column] ?? 0) + amount;
  };
  for (let one = 0; one < items; one++) {
    for (let other = 0; other < items; other++) {
      const heft = pairs[one * items + other] ?? 0;
      if (heft === 0) continue;
      add(one, one, heft);
      add(other, other, heft);
      add(Math.max(one, other), Math.min(one, other), -heft);
    }
  }
  for (let f = 0; f < featureCount; f++) {
    for (let item = 0; item < items; item++) add(items + f, item, cross[item * featureCount + f] ?? 0);
    for (let g = 0; g <= f; g++) add(items + f, items + g, square[f * featureCount + g] ?? 0);
  }
}
