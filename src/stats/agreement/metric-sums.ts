/** How far apart two values count: as different names, as ranks, as numbers on a scale, or in proportion to their size. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** The codes of one unit: `codes[from]` up to, but not with, `codes[to]`. */
export interface CodeRange {
  readonly codes: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Sums of squared differences over ordered pairs, inside one unit and over all values thrown together. */
export interface MetricSums {
  unitSum(range: CodeRange): number;
  totalSum(margins: Float64Array): number;
}
