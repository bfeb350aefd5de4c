import type { GroupedLabels } from './group-labels.ts';

/** What GLAD learns: how able annotators are, and how easy items are. */
export interface GladParameters {
  /** Any number, by annotator; 0 guesses, below 0 is wrong more often than by guessing. */
  readonly ability: Float64Array;
  /** Logarithm of how clear an item is, by item. */
  readonly logClarity: Float64Array;
}

export interface GladStep {
  readonly labels: GroupedLabels;
  readonly parameters: GladParameters;
  readonly gold?: Int32Array | undefined;
}

/**
 * **Expectation step of GLAD**: overwrites the probability of each class on each item, and returns the log-likelihood.
 *
 * What for: the first half of an iteration of {@link glad}.
 *
 * When it misleads: as {@link glad}.
 *
 * Formula: σ(α_a β_i) for the label that is right, (1 − σ)/(K − 1) for each other one; so each label raises the
 * logarithm of its class, against the others, by α_a β_i + ln(K − 1). Classes have the same prior.
 * Source: J. Whitehill et al. (2009), NIPS 22, equation 2, and its extension to several classes in section 3.
 *
 * Units: probabilities, item after item, class after class; all 0 for an item without labels. Natural logarithm.
 *
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [1] });
 * const parameters = { ability: new Float64Array([0]), logClarity: new Float64Array([0]) };
 * const posteriors = new Float64Array(2);
 * expectGlad({ labels, parameters }, posteriors); // Math.log(0.5)
 */
export function expectGlad({ labels, parameters, gold }: GladStep, posteriors: Float64Array): number {
  const { items, classes, starts } = labels;
  const { ability, logClarity } = parameters;
  const others = classes > 1 ? Math.log(classes - 1) : 0;
  let logLikelihood = 0;
  posteriors.fill(0);
  for (let item = 0; item < items; item++) {
    const from = starts[item] ?? 0;
    const to = starts[item + 1] ?? 0;
    if (from === to) continue;
    const row = item * classes;
    const clarity = Math.exp(logClarity[item] ?? 0);
    let wrong = -Math.log(classes);
    for (let place = from; place < to; place++) {
      const strength = (ability[labels.annotator[place] ?? 0] ?? 0) * clarity;
      const cell = row + (labels.label[place] ?? 0);
      wrong += logSigmoid(-strength) - others;
      posteriors[cell] = (posteriors[cell] ?? 0) + strength + others;
    }
    logLikelihood += wrong + exponentiate(posteriors.subarray(row, row + classes), gold?.[item] ?? -1);
  }
  return logLikelihood;
}

/** Logarithms to shares, in place; returns the logarithm of their sum, or of the known one. */
function exponentiate(row: Float64Array, known: number): number {
  if (known >= 0) {
    const log = row[known] ?? 0;
    row.fill(0);
    row[known] = 1;
    return log;
  }
  let highest = -Infinity;
  for (let label = 0; label < row.length; label++) highest = Math.max(highest, row[label] ?? 0);
  let total = 0;
  for (let label = 0; label < row.length; label++) {
    const size = Math.exp((row[label] ?? 0) - highest);
    row[label] = size;
    total += size;
  }
  for (let label = 0; label < row.length; label++) row[label] = (row[label] ?? 0) / total;
  return highest + Math.log(total);
}

/**
 * **Logarithm of the sigmoid**, ln 1/(1 + e⁻ˣ), without overflow at either end.
 *
 * What for: log-likelihoods of models with a logistic curve.
 *
 * When it misleads: never by more than rounding.
 *
 * Units: natural logarithm.
 *
 * @example
 * logSigmoid(-1000); // -1000
 */
export function logSigmoid(x: number): number {
  return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
}
