import type { GroupedLabels } from './group-labels.ts';

/** How often each annotator gave each label to each true class: rows of `labels.width` cells, a row for each pair. */
export interface ConfusionCounts {
  readonly labels: GroupedLabels;
  readonly counts: Float64Array;
}

/**
 * **Error rates** of one annotator: for each true class, the share of labels given to it.
 *
 * What for: seeing which classes somebody mixes up, not only how often. Row k, column l: of items that are k, the share
 * called l. Other programs turn the table round.
 *
 * When it misleads: with true classes known by probability only, errors that many annotators share count as right.
 *
 * Formula: rate_kl = count(a, l, k) / Σ_l count(a, l, k). Source: Dawid and Skene (1979), equation 2.3.
 *
 * Units: shares from 0 to 1; each row sums to 1. A class that the annotator never met has null for a row: 0/0.
 *
 * @throws RangeError when there is no such annotator.
 * @example
 * const labels = groupLabels({ item: [0, 1, 2], annotator: [0, 0, 0], label: [0, 0, 1] });
 * const { counts } = dawidSkene({ labels, iterations: 0 });
 * errorRates({ labels, counts }, 0); // [[1, 0], [0, 1]]
 */
export function errorRates({ labels, counts }: ConfusionCounts, annotator: number): (number[] | null)[] {
  if (!(annotator in labels.pairStarts) || annotator >= labels.annotators)
    throw new RangeError(`There is no annotator ${annotator}.`);
  const { pairStarts, pairLabel, classes, width } = labels;
  return Array.from({ length: classes }, (_, truth) => {
    const row = new Array<number>(classes).fill(0);
    let total = 0;
    for (let pair = pairStarts[annotator] ?? 0; pair < (pairStarts[annotator + 1] ?? 0); pair++) {
      const count = counts[pair * width + truth] ?? 0;
      row[pairLabel[pair] ?? 0] = count;
      total += count;
    }
    return total > 0 ? row.map((count) => count / total) : null;
  });
}

/**
 * **Expected number of right labels** of each annotator.
 *
 * What for: reliability as one figure.
 *
 * When it misleads: see {@link expectedProportion}.
 *
 * Formula: right_a = Σ_l count(a, l, l).
 *
 * Units: labels, counted by probability.
 *
 * @example
 * const labels = groupLabels({ item: [0, 0, 0], annotator: [0, 1, 2], label: [0, 0, 1] });
 * rightLabels({ labels, counts: dawidSkene({ labels, iterations: 0 }).counts }); // Float64Array [2/3, 2/3, 1/3]
 */
export function rightLabels({ labels, counts }: ConfusionCounts): Float64Array {
  const { annotators, pairStarts, pairLabel, width } = labels;
  const right = new Float64Array(annotators);
  for (let annotator = 0; annotator < annotators; annotator++) {
    for (let pair = pairStarts[annotator] ?? 0; pair < (pairStarts[annotator + 1] ?? 0); pair++)
      right[annotator] = (right[annotator] ?? 0) + (counts[pair * width + (pairLabel[pair] ?? 0)] ?? 0);
  }
  return right;
}

/**
 * **Number of labels** that each annotator gave.
 *
 * What for: what their shares are shares of.
 *
 * When it misleads: repeated labels count each.
 *
 * Units: labels.
 *
 * @example
 * labelsGiven(groupLabels({ item: [0, 0, 1], annotator: [0, 1, 1], label: [0, 0, 1] })); // Float64Array [1, 2]
 */
export function labelsGiven({ annotators, annotator: by }: GroupedLabels): Float64Array {
  const given = new Float64Array(annotators);
  for (let place = 0; place < by.length; place++) {
    const annotator = by[place] ?? 0;
    given[annotator] = (given[annotator] ?? 0) + 1;
  }
  return given;
}
