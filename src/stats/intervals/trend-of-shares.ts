/** A share of `n` at a place on the scale along which a trend is looked for. */
export interface PlacedShare {
  readonly at: number;
  readonly n: number;
  /** From 0 to 1. */
  readonly share: number;
}

/**
 * **Cochran–Armitage test** for a trend of shares along a scale.
 *
 * What for: whether agreement falls in the course of sessions; all stretches together see more than any two of them.
 *
 * When it misleads: a share that falls and rises again has no trend. Where what is counted are parts of a vote instead of
 * yes and no, shares vary less than assumed and the test is on the careful side.
 *
 * Formula: Σ n_i p_i (s_i − s̄) / √(p̄ (1 − p̄) Σ n_i (s_i − s̄)²), with means weighted by n.
 * Source: P. Armitage (1955), "Tests for linear trends in proportions and frequencies", Biometrics 11(3).
 *
 * Units: about standard normal without a trend; negative where the share falls. 0 where shares or places do not vary.
 *
 * @example
 * trendOfShares([{ at: 0, n: 100, share: 0.1 }, { at: 1, n: 100, share: 0.2 }, { at: 2, n: 100, share: 0.3 }]).toFixed(4); // '3.5355'
 */
export function trendOfShares(rows: readonly PlacedShare[]): number {
  const sum = (part: (row: PlacedShare) => number) => rows.reduce((total, row) => total + part(row), 0);
  const all = sum(({ n }) => n);
  const mean = sum(({ n, share }) => n * share) / all;
  const middle = sum(({ n, at }) => n * at) / all;
  const slope = sum(({ n, share, at }) => n * share * (at - middle));
  const variance = mean * (1 - mean) * sum(({ n, at }) => n * (at - middle) ** 2);
  return variance > 0 ? slope / Math.sqrt(variance) : 0;
}
