import type { GroupedLabels } from './group-labels.ts';
import { voteShares } from './vote-shares.ts';

/** The true class of some items: item to class. */
export type KnownLabels = ReadonlyMap<number, number>;

/**
 * **Known classes as a column**: the class of each item, -1 where it is not known.
 *
 * What for: gold items in the estimators.
 *
 * When it misleads: a wrong gold label is believed.
 *
 * Units: classes from 0.
 *
 * @throws RangeError when an item or a class is not among the labels.
 * @example
 * goldColumn(groupLabels({ item: [0, 1], annotator: [0, 0], label: [1, 0] }), new Map([[1, 1]])); // Int32Array [-1, 1]
 */
export function goldColumn(labels: GroupedLabels, gold: KnownLabels | undefined): Int32Array | undefined {
  if (gold === undefined || gold.size === 0) return undefined;
  const column = new Int32Array(labels.items).fill(-1);
  for (const [item, label] of gold) {
    if (!(Number.isInteger(item) && item >= 0 && item < labels.items))
      throw new RangeError(`There is no item ${item} for the known class ${label}.`);
    if (!(Number.isInteger(label) && label >= 0 && label < labels.classes))
      throw new RangeError(`There is no class ${label}, which item ${item} is known to be.`);
    column[item] = label;
  }
  return column;
}

/**
 * **Shares to begin with**: vote shares, and certainty for known items.
 *
 * What for: the start of the estimators.
 *
 * When it misleads: as {@link voteShares}.
 *
 * Source: Dawid and Skene (1979), equation 3.1.
 *
 * Units: shares from 0 to 1.
 *
 * @example
 * const labels = groupLabels({ item: [0, 0, 1], annotator: [0, 1, 0], label: [0, 1, 0] });
 * startingShares(labels, new Int32Array([-1, 1])); // Float64Array [0.5, 0.5, 0, 1]
 */
export function startingShares(labels: GroupedLabels, gold: Int32Array | undefined): Float64Array {
  const shares = voteShares(labels);
  gold?.forEach((known, item) => {
    if (known < 0) return;
    shares.fill(0, item * labels.classes, (item + 1) * labels.classes);
    shares[item * labels.classes + known] = 1;
  });
  return shares;
}
