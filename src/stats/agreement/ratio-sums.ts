import type { MetricSums } from './metric-sums.ts';

/**
 * **Ratio differences**: the squared difference in proportion to the sum, ((c − k)/(c + k))².
 *
 * What for: amounts with a true zero, such as lengths, where 1 against 2 is as far as 10 against 20.
 *
 * When it misleads: zero is equally far, 1, from everything else; and values below zero make no sense here.
 *
 * Formula: Σ n_c n_k ((c − k)/(c + k))² over ordered pairs; 0 against 0 is 0. There is no closed form: the total walks
 * all pairs of distinct values, a unit all pairs of its values.
 * Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability", the metric for ratio data.
 *
 * Units: none; each ordered pair adds from 0 to 1.
 *
 * @example
 * ratioSums(new Float64Array([1, 3])).totalSum(new Float64Array([2, 1])); // 1
 */
export function ratioSums(levels: Float64Array): MetricSums {
  const distance = (first: number, second: number) => {
    const c = levels[first] ?? 0;
    const k = levels[second] ?? 0;
    return c === k ? 0 : ((c - k) / (c + k)) ** 2;
  };
  return {
    unitSum: ({ codes, from, to }) => {
      let sum = 0;
      for (let first = from; first < to; first++) {
        for (let second = first + 1; second < to; second++)
          sum += distance(codes[first] ?? 0, codes[second] ?? 0);
      }
      return 2 * sum;
    },
    totalSum: (margins) => {
      let sum = 0;
      for (let first = 0; first < margins.length; first++) {
        let row = 0;
        for (let second = first + 1; second < margins.length; second++)
          row += (margins[second] ?? 0) * distance(first, second);
        sum += (margins[first] ?? 0) * row;
      }
      return 2 * sum;
    },
  };
}
