import { labelsGiven } from './error-rates.ts';
import { expectedProportion } from './expected-proportion.ts';
import type { GroupedLabels } from './group-labels.ts';
import type { VoteFit } from './majority-vote.ts';
import { completeRankOne, pairAgreements } from './rank-one-completion.ts';
import { topLabels } from './top-labels.ts';

export interface MmsrFit extends VoteFit {
  /** Logarithm of the odds by which a label of each annotator counts; below 0 it counts against its class. */
  readonly weights: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * **MMSR**, matrix mean-subsequence-reduced: annotators' skills from how often each two of them agree, with the most
 * extreme agreements left out.
 *
 * What for: crowds in which some answer at random or even lie together; no start and no local tops as in
 * {@link dawidSkene}.
 *
 * When it misleads: it rests on pairs with common items, and on few of them it is rough; skills are cut off near 0 and 1
 * by 1/√items. One figure an annotator, as in {@link oneCoinDawidSkene}. It needs at least two classes and three
 * annotators with common items; otherwise all skills are those of the cut.
 *
 * Formula: K/(K − 1) × agreement − 1/(K − 1) estimates s_a s_b; s is its completion by one factor, see
 * {@link completeRankOne}. Right with p = s (K − 1)/K + 1/K, a label counts ln p(K − 1)/(1 − p), and posteriors are those
 * of these odds. `reliability` is p.
 * Source: Q. Ma and A. Olshevsky (2020), "Adversarial crowdsourcing through robust rank-one matrix completion", NeurIPS 33.
 *
 * Units: probabilities; natural logarithm.
 *
 * @throws RangeError unless iterations is a whole number from 0.
 * @example
 * const item = [0, 0, 0, 1, 1, 1, 2, 2, 2];
 * const labels = groupLabels({ item, annotator: [0, 1, 2, 0, 1, 2, 0, 1, 2], label: [0, 0, 1, 1, 1, 1, 0, 0, 0] });
 * mmsr({ labels }).labels; // Int32Array [0, 1, 0]
 */
export function mmsr({
  labels,
  iterations = 10_000,
  tolerance = 1e-12,
}: {
  readonly labels: GroupedLabels;
  readonly iterations?: number;
  readonly tolerance?: number;
}): MmsrFit {
  if (!Number.isSafeInteger(iterations) || iterations < 0)
    throw new RangeError(`The number of iterations must be a whole number from 0, not ${iterations}.`);
  const { annotators, classes, items } = labels;
  const completion = completeRankOne(pairAgreements(labels), { iterations, tolerance });
  const cut = 1 / Math.sqrt(Math.max(1, items));
  const chance = classes > 1 ? 1 / classes : 1;
  const lowest = classes > 1 ? -1 / (classes - 1) + cut : 0;
  const right = completion.factor.map((skill) => {
    const held = Math.max(lowest, Math.min(1 - cut, skill));
    return Math.min(1 - 1e-12, Math.max(1e-12, held * (1 - chance) + chance));
  });
  const weights = right.map((p) => (classes > 1 ? Math.log((p * (classes - 1)) / (1 - p)) : 0));
  const posteriors = posteriorsOf(labels, weights);
  const given = labelsGiven(labels);
  return {
    posteriors,
    ...topLabels(posteriors, classes),
    reliability: Array.from({ length: annotators }, (_, annotator) => {
      const count = given[annotator] ?? 0;
      return expectedProportion({ right: (right[annotator] ?? 0) * count, labels: count });
    }),
    weights,
    iterations: completion.iterations,
    converged: completion.converged,
  };
}

function posteriorsOf({ items, classes, starts, annotator, label }: GroupedLabels, weights: Float64Array) {
  const posteriors = new Float64Array(items * classes);
  for (let item = 0; item < items; item++) {
    const [from, to] = [starts[item] ?? 0, starts[item + 1] ?? 0];
    if (from === to) continue;
    const row = posteriors.subarray(item * classes, (item + 1) * classes);
    for (let place = from; place < to; place++)
      row[label[place] ?? 0] = (row[label[place] ?? 0] ?? 0) + (weights[annotator[place] ?? 0] ?? 0);
    const highest = row.reduce((most, odds) => Math.max(most, odds), -Infinity);
    const total = row.reduce((sum, odds) => sum + Math.exp(odds - highest), 0);
    row.forEach((odds, cell) => {
      row[cell] = Math.exp(odds - highest) / total;
    });
  }
  return posteriors;
}
