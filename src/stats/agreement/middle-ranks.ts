/**
 * **Middle ranks**: the rank of each level, halfway through the values that share it.
 *
 * What for: ordinal differences. (Σ_{g=c..k} n_g − (n_c + n_k)/2)² is the squared difference of two middle ranks, so that
 * ordinal alpha is interval alpha on ranks, and a running sum replaces a table of levels by levels.
 *
 * When it misleads: two levels are far apart because many values lie between, not because their meanings are.
 *
 * Formula: r_k = Σ_{g<k} n_g + n_k/2. Source: K. Krippendorff (2011), the metric for ordinal data.
 *
 * Units: values; n_k are the margins, that is, how many values each level has.
 *
 * @example
 * middleRanks(new Float64Array([2, 4])); // Float64Array [1, 4]
 */
export function middleRanks(margins: Float64Array): Float64Array {
  const ranks = new Float64Array(margins.length);
  let before = 0;
  for (let level = 0; level < margins.length; level++) {
    const margin = margins[level] ?? 0;
    ranks[level] = before + margin / 2;
    before += margin;
  }
  return ranks;
}
