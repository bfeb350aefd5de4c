/**
 * **Benjamini–Hochberg**: p-values of many tests, each raised so far that what stays below q holds a share of at most q
 * of false discoveries.
 *
 * What for: looking at many people and pairs at once, where some p-value is always small.
 *
 * When it misleads: it bounds the share of false ones among all that are found, not the chance that there is one; and it
 * supposes tests that are independent or lean the same way.
 *
 * Formula: with m sorted p-values, the i-th becomes the smallest m p / j over all j ≥ i.
 * Source: Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate", JRSS B 57(1).
 *
 * Units: probabilities, in the order given.
 *
 * @throws RangeError unless each is from 0 to 1.
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.5]).map((p) => p.toFixed(4)); // ['0.0400', '0.0533', '0.0533', '0.5000']
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1))
    throw new RangeError('Each p-value must be a number from 0 to 1.');
  const order = pValues.map((_, place) => place).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  order.forEach((place, step) => {
    least = Math.min(least, (pValues[place] ?? 0) * (pValues.length / (pValues.length - step)));
    adjusted[place] = least;
  });
  return adjusted;
}
