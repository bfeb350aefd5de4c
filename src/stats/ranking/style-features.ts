/**
 * **Style features**: differences of lengths and counts of two texts, relative to their size and on one scale.
 *
 * What for: what {@link contextualBradleyTerry} holds equal in "style control".
 *
 * When it misleads: coefficients then speak of standard deviations in these data, so they cannot be compared with those
 * of other data.
 *
 * Formula: (a − b) / (a + b + 1), then minus the mean and divided by the standard deviation (over n, not n − 1). A feature
 * that does not vary becomes 0 throughout.
 * Source: T. Li, A. Angelopoulos, W.-L. Chiang (2024), "Does style matter?", LMSYS; FastChat's rating systems.
 *
 * Units: standard deviations. `left` and `right` hold the counts of the first comparison, then of the second and so on.
 *
 * @throws RangeError when both do not hold the same whole number of rows, or a count is negative or not finite.
 * @example
 * styleFeatures({ left: [3, 1], right: [1, 3], featureCount: 1 }); // Float64Array [1, -1]
 */
export function styleFeatures({
  left,
  right,
  featureCount,
}: {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly featureCount: number;
}): Float64Array {
  if (left.length !== right.length || left.length % featureCount !== 0) {
    throw new RangeError('Left and right must hold the same number of rows of features.');
  }
  const relative = Float64Array.from(left, (one, index) => {
    const other = right[index] ?? 0;
    if (!(one >= 0 && other >= 0 && one + other < Infinity)) {
      throw new RangeError(`A count must be finite and at least 0, not ${one} and ${other}.`);
    }
    return (one - other) / (one + other + 1);
  });
  return standardiseFeatures(relative, featureCount);
}

/** Each feature minus its mean, divided by its standard deviation over n; 0 throughout where it does not vary. */
export function standardiseFeatures(features: ArrayLike<number>, featureCount: number): Float64Array {
  const standard = Float64Array.from(features);
  const rows = standard.length / featureCount;
  for (let feature = 0; feature < featureCount; feature++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += (standard[row * featureCount + feature] ?? 0) / rows;
    let variance = 0;
    for (let row = 0; row < rows; row++)
      variance += ((standard[row * featureCount + feature] ?? 0) - mean) ** 2 / rows;
    // Rounding of the mean leaves a constant feature a variance of about 1e-32 of its square.
    const scale = variance > 1e-24 * mean * mean ? 1 / Math.sqrt(variance) : 0;
    for (let row = 0; row < rows; row++) {
      const place = row * featureCount + feature;
      standard[place] = ((standard[place] ?? 0) - mean) * scale;
    }
  }
  return standard;
}
