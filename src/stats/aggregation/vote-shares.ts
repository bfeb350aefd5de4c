import type { GroupedLabels } from './group-labels.ts';

/**
 * **Vote shares**: for each item the share of its labels that each class has, counted once each or by weight.
 *
 * What for: the majority vote, soft labels, and the start of the estimators that learn how good annotators are.
 *
 * When it misleads: a share of 1 from two people looks as sure as one from twenty; and a label counts the same whoever
 * gave it, unless weights say otherwise.
 *
 * Formula: share_ik = Σ w_a [label = k] / Σ w_a over the labels of item i.
 *
 * Units: shares from 0 to 1, item after item, class after class. Where an item has no labels, or their weights sum to
 * nothing or less, there are no shares: the row is all 0.
 *
 * @throws RangeError when weights are not one finite number for each annotator.
 * @example
 * voteShares(groupLabels({ item: [0, 0, 0], annotator: [0, 1, 2], label: [1, 1, 0] })); // Float64Array [1/3, 2/3]
 */
export function voteShares(labels: GroupedLabels, weights?: ArrayLike<number>): Float64Array {
  if (weights !== undefined) checkWeights(weights, labels.annotators);
  const { items, classes, starts } = labels;
  const shares = new Float64Array(items * classes);
  for (let item = 0; item < items; item++) {
    const row = item * classes;
    let total = 0;
    for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place++) {
      const weight = weights === undefined ? 1 : (weights[labels.annotator[place] ?? 0] ?? 0);
      const cell = row + (labels.label[place] ?? 0);
      shares[cell] = (shares[cell] ?? 0) + weight;
      total += weight;
    }
    for (let cell = row; cell < row + classes; cell++)
      shares[cell] = total > 0 ? (shares[cell] ?? 0) / total : 0;
  }
  return shares;
}

function checkWeights(weights: ArrayLike<number>, annotators: number): void {
  if (weights.length !== annotators)
    throw new RangeError(`There must be ${annotators} weights, one an annotator, not ${weights.length}.`);
  for (let annotator = 0; annotator < annotators; annotator++) {
    if (!Number.isFinite(weights[annotator]))
      throw new RangeError(`Each weight must be a finite number, not ${weights[annotator]}.`);
  }
}
