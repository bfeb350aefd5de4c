/**
 * **Label uncertainty**: how undecided a set of shares is, as entropy.
 *
 * What for: finding the items that need another judgment, or an annotator who uses few classes. Give vote shares, soft
 * labels, posteriors, or plain counts.
 *
 * When it misleads: one vote has no uncertainty by this measure, though nothing is known; and of two people, one to one
 * says little about how many would disagree.
 *
 * Formula: −Σ p ln p with p the counts over their sum. Source: C. E. Shannon (1948), Bell System Technical Journal 27.
 *
 * Units: nats, from 0 to ln K; null with nothing counted.
 *
 * @throws RangeError when a count is negative or not finite.
 * @example
 * labelUncertainty([2, 2]); // Math.LN2
 */
export function labelUncertainty(counts: ArrayLike<number>): number | null {
  let total = 0;
  for (let label = 0; label < counts.length; label++) {
    const count = counts[label] ?? 0;
    if (!(count >= 0 && count < Infinity))
      throw new RangeError(`Each count must be 0 or more, not ${count}.`);
    total += count;
  }
  if (total === 0) return null;
  let entropy = 0;
  for (let label = 0; label < counts.length; label++) {
    const share = (counts[label] ?? 0) / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return entropy;
}
