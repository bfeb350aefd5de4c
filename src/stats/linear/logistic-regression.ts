import { climbConcave, type HillSlopes } from './climb-concave.ts';
import { factorCholesky } from './factor-cholesky.ts';
import { invertCholesky } from './invert-cholesky.ts';
import { sandwichCovariance } from './sandwich-covariance.ts';
import { standardErrors } from './standard-errors.ts';

export interface LogisticInput {
  /** One row after another, `featureCount` numbers each; an intercept is a feature that is 1 throughout. */
  readonly features: Float64Array;
  readonly featureCount: number;
  /** From 0 to 1 for each row. */
  readonly outcomes: ArrayLike<number>;
  /** Which rows belong together, numbered from 0, such as answers about one item; each stands alone unless told. */
  readonly clusters?: ArrayLike<number>;
  /** How strongly each coefficient is drawn toward 0: one over the variance of its prior. */
  readonly ridge: ArrayLike<number>;
}

export interface LogisticFit {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly steps: number;
}

/**
 * **Logistic regression with a ridge**: what each feature adds to the log-odds of an outcome, the others held equal.
 *
 * What for: whether somebody leans to the first shown, the longer or the formatted one of two responses.
 *
 * When it misleads: a feature that goes along with quality takes its share of it. The ridge keeps features that tell
 * outcomes apart without fail from running away, and draws every coefficient toward 0 where there are few rows.
 *
 * Formula: maximises Σ (y z − log(1 + e^z)) − ½ Σ r β² with z = x·β, by Newton's method. Standard errors: the larger of
 * those from the inverse information and from the sandwich over clusters, since few clusters make the latter too small.
 * Source: A. Hoerl and R. Kennard (1970), Technometrics 12(1); K.-Y. Liang and S. Zeger (1986), Biometrika 73(1).
 *
 * Units: natural logarithms of odds per unit of the feature. Null where a feature without a ridge follows from others or
 * tells outcomes apart without fail.
 *
 * @throws RangeError where the columns do not fit each other.
 * @example
 * const input = { features: new Float64Array([1, 1, 1, 1]), featureCount: 1, outcomes: [1, 1, 1, 0], ridge: [0] };
 * logisticRegression(input).coefficients[0].toFixed(6); // '1.098612'
 */
export function logisticRegression(input: LogisticInput): LogisticFit | null {
  const { features, featureCount: size, outcomes, ridge } = input;
  const rows = outcomes.length;
  if (features.length !== rows * size || ridge.length !== size)
    throw new RangeError(`${rows} rows of ${size} features need ${rows * size} numbers and ${size} ridges.`);
  const summit = climbConcave(
    {
      size,
      shiftable: 0,
      scale: Math.max(1, rows),
      measure: (at, slopes) => addRows(input, at, slopes) - addRidge(ridge, at, slopes),
    },
    new Float64Array(size),
  );
  if (summit.at === null) return null;
  const factor = factorCholesky(summit.information, size);
  if (factor === null) return null;
  const bread = invertCholesky(factor, size);
  const plain = standardErrors(bread, size);
  const meat = sumOfSquares(input, summit.at);
  const robust = standardErrors(sandwichCovariance({ bread, meat, size }), size);
  return {
    coefficients: summit.at,
    standardErrors: plain.map((error, place) => Math.max(error, robust[place] ?? 0)),
    steps: summit.steps,
  };
}

function chanceAt({ features, featureCount }: LogisticInput, at: Float64Array, row: number) {
  let odds = 0;
  for (let f = 0; f < featureCount; f++) odds += (features[row * featureCount + f] ?? 0) * (at[f] ?? 0);
  // Of the smaller side, so that neither end overflows.
  const small = Math.exp(-Math.abs(odds));
  return { odds, small, chance: (odds > 0 ? 1 : small) / (1 + small) };
}

function addRows(input: LogisticInput, at: Float64Array, { gradient, information }: HillSlopes): number {
  const { features, featureCount: size, outcomes } = input;
  gradient.fill(0);
  information.fill(0);
  let value = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const { odds, small, chance } = chanceAt(input, at, row);
    const outcome = outcomes[row] ?? 0;
    value += odds * outcome - Math.max(0, odds) - Math.log1p(small);
    const curvature = chance * (1 - chance);
    for (let f = 0; f < size; f++) {
      const own = features[row * size + f] ?? 0;
      gradient[f] = (gradient[f] ?? 0) + (outcome - chance) * own;
      for (let g = 0; g <= f; g++)
        information[f * size + g] =
          (information[f * size + g] ?? 0) + curvature * own * (features[row * size + g] ?? 0);
    }
  }
  return value;
}

function addRidge(ridge: ArrayLike<number>, at: Float64Array, { gradient, information }: HillSlopes): number {
  let penalty = 0;
  at.forEach((value, f) => {
    const strength = ridge[f] ?? 0;
    penalty += (strength * value * value) / 2;
    gradient[f] = (gradient[f] ?? 0) - strength * value;
    const place = f * at.length + f;
    information[place] = (information[place] ?? 0) + strength;
  });
  return penalty;
}

/** Σ over clusters of the squared sum of their rows' slopes. */
function sumOfSquares(input: LogisticInput, at: Float64Array): Float64Array {
  const { features, featureCount: size, outcomes, clusters } = input;
  const byCluster = new Map<number, Float64Array>();
  for (let row = 0; row < outcomes.length; row++) {
    const cluster = clusters?.[row] ?? row;
    const sum = byCluster.get(cluster) ?? new Float64Array(size);
    byCluster.set(cluster, sum);
    const surplus = (outcomes[row] ?? 0) - chanceAt(input, at, row).chance;
    for (let f = 0; f < size; f++) sum[f] = (sum[f] ?? 0) + surplus * (features[row * size + f] ?? 0);
  }
  const meat = new Float64Array(size * size);
  for (const sum of byCluster.values())
    for (let f = 0; f < size; f++)
      for (let g = 0; g < size; g++)
        meat[f * size + g] = (meat[f * size + g] ?? 0) + (sum[f] ?? 0) * (sum[g] ?? 0);
  return meat;
}
