/** Coefficients B₂ₙ/2n of the asymptotic series, from 1/x² on. */
const series = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12, -3617 / 8160];

/**
 * **Digamma**, ψ(x): the slope of the logarithm of the gamma function.
 *
 * What for: the expected logarithm of a share that has a Dirichlet or beta distribution, E log p_k = ψ(a_k) − ψ(Σ a),
 * which is what variational estimates such as MACE put in place of log p_k.
 *
 * When it misleads: close to 0 it falls without bound (ψ(x) ≈ −1/x), so tiny prior counts push tiny shares to zero.
 *
 * Formula: ψ(x) = ψ(x + 1) − 1/x up to x ≥ 12, then ln x − 1/2x − Σ B₂ₙ/(2n x²ⁿ); about 15 digits.
 * Source: Abramowitz and Stegun (1964), "Handbook of Mathematical Functions", 6.3.5 and 6.3.18.
 *
 * Units: none.
 *
 * @throws RangeError unless x is positive and finite.
 * @example
 * digamma(1); // -0.5772156649015325
 */
export function digamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`The digamma needs a positive finite number, not ${x}.`);
  let shift = 0;
  let at = x;
  while (at < 12) {
    shift -= 1 / at;
    at += 1;
  }
  const square = 1 / (at * at);
  const tail = series.reduceRight((sum, coefficient) => (sum + coefficient) * square, 0);
  return shift + Math.log(at) - 0.5 / at - tail;
}
