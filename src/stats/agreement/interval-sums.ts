import type { MetricSums } from './metric-sums.ts';

/**
 * **Interval differences**: the squared difference of positions on a scale.
 *
 * What for: ratings whose steps are equally far; and, on middle ranks, ordinal scales. A closed form, so that a scale of
 * any number of values costs no more.
 *
 * When it misleads: one far-off value weighs as much as many near ones.
 *
 * Formula: 2(m Σx² − (Σx)²) over the m positions of a unit or of all units. Positions are shifted first: without that,
 * large values with small differences would cancel out.
 * Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability", the metric for interval data.
 *
 * Units: squared units of the positions.
 *
 * @example
 * intervalSums(new Float64Array([1, 4])).totalSum(new Float64Array([2, 1])); // 36
 */
export function intervalSums(positions: Float64Array): MetricSums {
  return {
    unitSum: ({ codes, from, to }) => {
      const origin = positions[codes[from] ?? 0] ?? 0;
      let sum = 0;
      let squares = 0;
      for (let index = from + 1; index < to; index++) {
        const x = (positions[codes[index] ?? 0] ?? 0) - origin;
        sum += x;
        squares += x * x;
      }
      return 2 * ((to - from) * squares - sum * sum);
    },
    totalSum: (margins) => {
      const origin = weightedMean(positions, margins);
      let count = 0;
      let sum = 0;
      let squares = 0;
      for (let level = 0; level < margins.length; level++) {
        const margin = margins[level] ?? 0;
        const x = (positions[level] ?? 0) - origin;
        count += margin;
        sum += margin * x;
        squares += margin * x * x;
      }
      return 2 * (count * squares - sum * sum);
    },
  };
}

function weightedMean(positions: Float64Array, margins: Float64Array): number {
  let count = 0;
  let sum = 0;
  for (let level = 0; level < margins.length; level++) {
    count += margins[level] ?? 0;
    sum += (margins[level] ?? 0) * (positions[level] ?? 0);
  }
  return count === 0 ? 0 : sum / count;
}
