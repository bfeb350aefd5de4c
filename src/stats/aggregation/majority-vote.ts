import { agreementWithLabels, type TieRule } from './agreement-with-labels.ts';
import { expectedProportion, type Reliability } from './expected-proportion.ts';
import type { GroupedLabels } from './group-labels.ts';
import { type TopLabels, topLabels } from './top-labels.ts';
import { voteShares } from './vote-shares.ts';

export interface MajorityInput {
  readonly labels: GroupedLabels;
  /** How much each annotator's labels count; all the same unless told. */
  readonly weights?: ArrayLike<number> | undefined;
  /** How agreement counts where several labels lead; `split` unless told. */
  readonly ties?: TieRule | undefined;
}

export interface VoteFit extends TopLabels {
  /** Share of each class, item after item, class after class; all 0 where there are no votes, or none with weight. */
  readonly posteriors: Float64Array;
  /** How often each annotator's labels are the leading ones. */
  readonly reliability: readonly Reliability[];
}

/**
 * **Majority vote**, weighted if you like: the label with the most votes on each item, ties told.
 *
 * What for: the plain answer that everybody understands, and what the others must beat. With weights, the last step of
 * any method that rates annotators.
 *
 * When it misleads: it counts a spammer as much as an expert. With an even number of votes ties are frequent; `tied`
 * marks them, and `labels` then names the lowest of the leading classes, which is no decision.
 *
 * Formula: see {@link voteShares}, {@link topLabels} and {@link agreementWithLabels}.
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError as {@link voteShares}.
 * @example
 * const labels = groupLabels({ item: [0, 0, 0], annotator: [0, 1, 2], label: [1, 1, 0] });
 * majorityVote({ labels }).labels; // Int32Array [1]
 */
export function majorityVote({ labels, weights, ties = 'split' }: MajorityInput): VoteFit {
  const posteriors = voteShares(labels, weights);
  const top = topLabels(posteriors, labels.classes);
  const agreement = agreementWithLabels({ labels, shares: posteriors, ties, top });
  return {
    posteriors,
    ...top,
    reliability: Array.from(agreement.right, (right, annotator) =>
      expectedProportion({ right, labels: agreement.labels[annotator] ?? 0 }),
    ),
  };
}
