import type { TieRule } from './agreement-with-labels.ts';
import type { GroupedLabels } from './group-labels.ts';
import { majorityVote, type VoteFit } from './majority-vote.ts';

/**
 * **Wawa**, worker agreement with aggregate: a second vote in which each label counts by how often its annotator agreed
 * with the first.
 *
 * What for: nearly as cheap as the majority, and it breaks most ties in favour of those who agree with others.
 *
 * When it misleads: those who agree with a wrong majority gain weight. Other programs settle ties of the first vote for
 * the lowest label, so that a single 1 : 1 tie ends as certain; here the point is split and it stays a tie, unless
 * `ties` is `lowest`.
 *
 * Formula: weight_a = agreement of a with the plain majority, see {@link agreementWithLabels}, which is `reliability`;
 * then {@link voteShares} with these weights. Where all weights on an item are 0 its row is 0.
 * Source: Appen, "Wawa", as in D. Ustalov, N. Pavlichenko and B. Tseitlin (2024), "Learning from crowds with Crowd-Kit",
 * JOSS 9(96).
 *
 * Units: shares from 0 to 1.
 *
 * @example
 * const labels = groupLabels({ item: [0, 0, 0, 1, 1], annotator: [0, 1, 2, 0, 2], label: [0, 0, 1, 1, 0] });
 * wawa({ labels }).posteriors; // Float64Array [0.875, 0.125, 0.25, 0.75]
 */
export function wawa(input: {
  readonly labels: GroupedLabels;
  readonly ties?: TieRule | undefined;
}): VoteFit {
  const { labels, ties = 'split' } = input;
  const { reliability } = majorityVote({ labels, ties });
  const weights = reliability.map(({ value }) => value ?? 0);
  return { ...majorityVote({ labels, weights, ties }), reliability };
}
