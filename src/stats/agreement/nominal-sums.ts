import type { MetricSums } from './metric-sums.ts';

/**
 * **Nominal differences**: two values differ by 1, or not at all.
 *
 * What for: options without order. Linear in the number of values: each is compared with counts, not with every other.
 *
 * When it misleads: on ordered scales, where "slightly better" against "better" would count as much as against "worse".
 *
 * Formula: inside a unit m(m − 1) − Σ_k c_k(c_k − 1) with c_k values of level k; in total n² − Σ n_k².
 * Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability", example C.
 *
 * Units: ordered pairs that differ.
 *
 * @example
 * nominalSums(2).totalSum(new Float64Array([2, 1])); // 4
 */
export function nominalSums(levelCount: number): MetricSums {
  const seen = new Int32Array(levelCount);
  return {
    unitSum: ({ codes, from, to }) => {
      let agreeing = 0;
      for (let index = from; index < to; index++) {
        const code = codes[index] ?? 0;
        const before = seen[code] ?? 0;
        agreeing += before;
        seen[code] = before + 1;
      }
      for (let index = from; index < to; index++) seen[codes[index] ?? 0] = 0;
      return (to - from) * (to - from - 1) - 2 * agreeing;
    },
    totalSum: (margins) => {
      let count = 0;
      let squares = 0;
      for (const margin of margins) {
        count += margin;
        squares += margin * margin;
      }
      return count * count - squares;
    },
  };
}
