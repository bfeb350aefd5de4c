import type { ExpectedLabels } from './expected-labels.ts';
import type { GroupedLabels } from './group-labels.ts';
import type { LabelModel } from './run-em.ts';

/**
 * **Maximisation step of Dawid-Skene**: each annotator's shares of labels for each true class, and the share of classes.
 *
 * What for: the second half of an iteration of {@link dawidSkene}.
 *
 * When it misleads: a class that an annotator hardly met gets shares from almost nothing.
 *
 * Formula: chance(l | a, k) = count(a, l, k) / Σ_l count(a, l, k); prior_k = mass_k / Σ mass. A class that an annotator
 * never met, 0/0, gets 0 throughout; it has no posterior on that annotator's items and so keeps none.
 * Source: Dawid and Skene (1979), equations 2.3 and 2.4.
 *
 * Units: probabilities.
 *
 * @example
 * const labels = groupLabels({ item: [0, 1], annotator: [0, 0], label: [0, 1] });
 * const expected = { ...emptyExpectation(labels), posteriors: new Float64Array([1, 0, 0, 0, 0.5, 0.5, 0, 0]) };
 * countLabels(labels, expected);
 * const model = { chances: new Float64Array(8), priors: new Float64Array(4) };
 * maximiseConfusion(labels, expected, model);
 * model.chances; // Float64Array [1 / 1.5, 0, 0, 0, 0.5 / 1.5, 1, 0, 0]
 */
export function maximiseConfusion(
  { annotators, width, pairStarts }: GroupedLabels,
  { counts, mass }: ExpectedLabels,
  { chances, priors }: LabelModel,
): void {
  shareMass(mass, priors);
  const totals = new Float64Array(width);
  for (let annotator = 0; annotator < annotators; annotator++) {
    const from = (pairStarts[annotator] ?? 0) * width;
    const to = (pairStarts[annotator + 1] ?? 0) * width;
    totals.fill(0);
    for (let cell = from; cell < to; cell++)
      totals[cell % width] = (totals[cell % width] ?? 0) + (counts[cell] ?? 0);
    for (let cell = from; cell < to; cell++) {
      const total = totals[cell % width] ?? 0;
      chances[cell] = total > 0 ? (counts[cell] ?? 0) / total : 0;
    }
  }
}

/**
 * **Shares of classes** from the items of each: all 0 where there are no items.
 *
 * What for: the prior probabilities of the label models.
 *
 * When it misleads: with few items a rare class can get a share of 0, and never comes back.
 *
 * Units: probabilities.
 *
 * @example
 * const priors = new Float64Array(2);
 * shareMass(new Float64Array([3, 1]), priors);
 * priors; // Float64Array [0.75, 0.25]
 */
export function shareMass(mass: Float64Array, priors: Float64Array): void {
  const total = mass.reduce((sum, items) => sum + items, 0);
  for (let label = 0; label < priors.length; label++)
    priors[label] = total > 0 ? (mass[label] ?? 0) / total : 0;
}
