import type { GroupedLabels } from './group-labels.ts';
import { type TopLabels, topLabels } from './top-labels.ts';

/**
 * What a label counts on an item where several labels lead: `split` divides the point between the leading labels,
 * `left_out` leaves the item out, `lowest` gives all to the leading label with the lowest number, as other programs do.
 */
export type TieRule = 'split' | 'left_out' | 'lowest';

/** For each annotator: how many labels agree, and of how many; both may be fractions. */
export interface AgreementCounts {
  readonly right: Float64Array;
  readonly labels: Float64Array;
}

/**
 * **Agreement of annotators with leading labels**: how many labels of each are the leading one of their item.
 *
 * What for: the accuracy that Wawa and zero-based skill weigh annotators by.
 *
 * When it misleads: an annotator's own label helps to make the leading one: with three labels an item that flatters
 * everybody. And a shared error counts as right.
 *
 * Formula: Σ [label leads] / number of labels; on ties by the {@link TieRule}. Items without shares count for nothing.
 *
 * Units: labels.
 *
 * @throws RangeError as {@link topLabels}.
 * @example
 * const labels = groupLabels({ item: [0, 0], annotator: [0, 1], label: [0, 1] });
 * agreementWithLabels({ labels, shares: [0.5, 0.5], ties: 'split' }).right; // Float64Array [0.5, 0.5]
 */
export function agreementWithLabels(input: {
  readonly labels: GroupedLabels;
  readonly shares: ArrayLike<number>;
  readonly ties: TieRule;
  /** Where they are at hand already. */
  readonly top?: TopLabels;
}): AgreementCounts {
  const { labels, shares, ties } = input;
  const { items, classes, starts } = labels;
  const top = input.top ?? topLabels(shares, classes);
  const right = new Float64Array(labels.annotators);
  const counted = new Float64Array(labels.annotators);
  for (let item = 0; item < items; item++) {
    const leading = top.labels[item] ?? -1;
    const tied = top.tied[item] === 1;
    if (leading < 0 || (tied && ties === 'left_out')) continue;
    const points = tied && ties === 'split' ? splitPoint(shares, { classes, item, leading }) : null;
    for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place++) {
      const annotator = labels.annotator[place] ?? 0;
      const label = labels.label[place] ?? 0;
      const point = points === null ? (label === leading ? 1 : 0) : (points[label] ?? 0);
      right[annotator] = (right[annotator] ?? 0) + point;
      counted[annotator] = (counted[annotator] ?? 0) + 1;
    }
  }
  return { right, labels: counted };
}

function splitPoint(
  shares: ArrayLike<number>,
  { classes, item, leading }: { classes: number; item: number; leading: number },
): number[] {
  const lead = (shares[item * classes + leading] ?? 0) * (1 - 1e-9);
  const leads = Array.from({ length: classes }, (_, label) =>
    (shares[item * classes + label] ?? 0) >= lead ? 1 : 0,
  );
  const many = leads.reduce<number>((sum, one) => sum + one, 0);
  return leads.map((one) => one / many);
}
