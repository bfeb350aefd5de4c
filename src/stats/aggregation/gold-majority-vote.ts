import { expectedProportion, type Reliability } from './expected-proportion.ts';
import type { GroupedLabels } from './group-labels.ts';
import { goldColumn, type KnownLabels } from './known-labels.ts';
import { majorityVote, type VoteFit } from './majority-vote.ts';

/**
 * **Majority vote weighted by gold**: each label counts by its annotator's accuracy on items whose answer is known.
 *
 * What for: using gold items without a model. Reliability is accuracy on gold, with its Wilson interval.
 *
 * When it misleads: few gold items make rough weights; somebody who knows the gold items gets a high one. An annotator
 * without gold labels has no accuracy (`no_gold`) and is weighted by the accuracy of all gold labels together.
 *
 * Formula: weight_a = right gold labels / gold labels of a; shares as in {@link voteShares}. The known answers themselves
 * do not replace the vote on their items. Where no label is on gold, all count the same.
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError when gold names an item or a class that there is not.
 * @example
 * const labels = groupLabels({ item: [0, 0, 1, 1], annotator: [0, 1, 0, 1], label: [0, 1, 0, 1] });
 * goldMajorityVote({ labels, gold: new Map([[0, 1]]) }).labels; // Int32Array [1, 1]
 */
export function goldMajorityVote(input: {
  readonly labels: GroupedLabels;
  readonly gold: KnownLabels;
}): VoteFit {
  const { labels } = input;
  const reliability = goldAccuracy(labels, goldColumn(labels, input.gold));
  const all = reliability.reduce(
    (sum, { value, labels: given }) => ({
      right: sum.right + (value ?? 0) * given,
      given: sum.given + given,
    }),
    { right: 0, given: 0 },
  );
  const pooled = all.given > 0 ? all.right / all.given : 1;
  const weights = reliability.map(({ value }) => value ?? pooled);
  return { ...majorityVote({ labels, weights }), reliability };
}

function goldAccuracy(labels: GroupedLabels, gold: Int32Array | undefined): Reliability[] {
  const right = new Float64Array(labels.annotators);
  const given = new Float64Array(labels.annotators);
  for (let item = 0; item < labels.items; item++) {
    const known = gold?.[item] ?? -1;
    if (known < 0) continue;
    for (let place = labels.starts[item] ?? 0; place < (labels.starts[item + 1] ?? 0); place++) {
      const annotator = labels.annotator[place] ?? 0;
      given[annotator] = (given[annotator] ?? 0) + 1;
      if (labels.label[place] === known) right[annotator] = (right[annotator] ?? 0) + 1;
    }
  }
  return Array.from(right, (count, annotator) => {
    const accuracy = expectedProportion({ right: count, labels: given[annotator] ?? 0 });
    return accuracy.value === null ? { ...accuracy, reason: 'no_gold' } : accuracy;
  });
}
