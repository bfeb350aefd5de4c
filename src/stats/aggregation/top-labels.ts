/** The leading class of every item. */
export interface TopLabels {
  /** The leading class, the lowest one where several share the lead, and -1 where there are no shares at all. */
  readonly labels: Int32Array;
  /** 1 where several classes share the lead, so that the choice between them is arbitrary. */
  readonly tied: Uint8Array;
}

/** Shares that are equal but for rounding count as equal: sums in another order differ by less than this. */
const rounding = 1e-9;

/**
 * **Leading labels**: which class has the largest share or probability on each item, and where that is a tie.
 *
 * What for: one label an item from shares or posteriors, without hiding that it was a toss-up.
 *
 * When it misleads: a lead of a hair counts as a lead; show the shares with it.
 *
 * Formula: classes whose share is within 10⁻⁹ of the largest, relative to it, share the lead.
 *
 * Units: classes from 0.
 *
 * @throws RangeError unless the shares fill whole rows of the stated number of classes.
 * @example
 * topLabels([0.5, 0.5, 0, 1], 2).tied; // Uint8Array [1, 0]
 */
export function topLabels(shares: ArrayLike<number>, classes: number): TopLabels {
  const items = classes === 0 ? 0 : shares.length / classes;
  if (!Number.isInteger(items)) throw new RangeError(`The shares must fill rows of ${classes} classes.`);
  const labels = new Int32Array(items).fill(-1);
  const tied = new Uint8Array(items);
  for (let item = 0; item < items; item++) {
    const row = item * classes;
    let highest = 0;
    for (let label = 0; label < classes; label++) {
      const share = shares[row + label] ?? 0;
      if (share > highest) highest = share;
    }
    if (highest === 0) continue;
    let leading = 0;
    for (let label = classes - 1; label >= 0; label--) {
      if ((shares[row + label] ?? 0) < highest * (1 - rounding)) continue;
      labels[item] = label;
      leading++;
    }
    tied[item] = leading > 1 ? 1 : 0;
  }
  return { labels, tied };
}

/**
 * **Tied labels** of one item: every class that shares the lead; one class where there is no tie, none without shares.
 *
 * What for: telling which labels a tie is between.
 *
 * When it misleads: as {@link topLabels}.
 *
 * Units: classes from 0.
 *
 * @example
 * tiedLabels([0.4, 0.2, 0.4], { classes: 3, item: 0 }); // [0, 2]
 */
export function tiedLabels(
  shares: ArrayLike<number>,
  { classes, item }: { readonly classes: number; readonly item: number },
): number[] {
  const row = Array.from({ length: classes }, (_, label) => shares[item * classes + label] ?? 0);
  const highest = Math.max(0, ...row);
  if (highest === 0) return [];
  return row.flatMap((share, label) => (share >= highest * (1 - rounding) ? [label] : []));
}
