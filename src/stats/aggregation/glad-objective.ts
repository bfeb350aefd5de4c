import { type GladStep, logSigmoid } from './glad-expectation.ts';

export interface GladObjective {
  /** Expected log-likelihood of the labels given the classes, with the log-densities of the priors. */
  readonly value: number;
  /** Slope of the value in each annotator's ability. */
  readonly abilitySlope: Float64Array;
  /** Slope of the value in the logarithm of each item's clarity. */
  readonly claritySlope: Float64Array;
}

/**
 * **What the maximisation step of GLAD climbs**, and its slopes.
 *
 * What for: checking how near a fit is to its top: there, all slopes are 0.
 *
 * When it misleads: it rests on the posteriors given; with those of an older step the slopes are of another hill.
 *
 * Formula: Σ p ln σ(α_a β_i) + (1 − p) ln (1 − σ)/(K − 1), p the posterior of the label given, and ln φ(α_a − 1),
 * ln φ(ln β_i − 1) for annotators and items. Items without labels and annotators without any count as well.
 * Source: J. Whitehill et al. (2009), NIPS 22, section 3 and appendix, with normal priors.
 *
 * Units: natural logarithm.
 *
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [0] });
 * const parameters = { ability: new Float64Array([1]), logClarity: new Float64Array([1]) };
 * gladObjective({ labels, parameters, posteriors: new Float64Array([1]) }).abilitySlope; // Float64Array [0.16827025510823482]
 */
export function gladObjective(step: GladStep & { readonly posteriors: Float64Array }): GladObjective {
  const { labels, parameters, posteriors } = step;
  const { ability, logClarity } = parameters;
  const { items, classes, starts } = labels;
  const others = classes > 1 ? Math.log(classes - 1) : 0;
  const abilitySlope = ability.map((value) => 1 - value);
  const claritySlope = logClarity.map((value) => 1 - value);
  let value = logPrior(ability) + logPrior(logClarity);
  for (let item = 0; item < items; item++) {
    const clarity = Math.exp(logClarity[item] ?? 0);
    for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place++) {
      const annotator = labels.annotator[place] ?? 0;
      const strength = (ability[annotator] ?? 0) * clarity;
      const right = posteriors[item * classes + (labels.label[place] ?? 0)] ?? 0;
      value += right * logSigmoid(strength) + (1 - right) * (logSigmoid(-strength) - others);
      const pull = right - 1 / (1 + Math.exp(-strength));
      abilitySlope[annotator] = (abilitySlope[annotator] ?? 0) + pull * clarity;
      claritySlope[item] = (claritySlope[item] ?? 0) + pull * strength;
    }
  }
  return { value, abilitySlope, claritySlope };
}

/**
 * **Log-density of GLAD's priors**: normal with mean 1 and variance 1, for each value.
 *
 * What for: what keeps abilities and clarities finite.
 *
 * When it misleads: with few labels the prior speaks louder than they do.
 *
 * Units: natural logarithm.
 *
 * @example
 * logPrior(new Float64Array([1, 1])); // -Math.log(2 * Math.PI)
 */
export function logPrior(values: Float64Array): number {
  return values.reduce(
    (sum, value) => sum - (value - 1) ** 2 / 2,
    (-values.length * Math.log(2 * Math.PI)) / 2,
  );
}
