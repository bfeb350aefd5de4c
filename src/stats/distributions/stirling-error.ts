/**
 * **Stirling error**: what Stirling's formula leaves out of the logarithm of z!.
 *
 * What for: products of large factorials and powers, whose logarithms are huge and nearly cancel. The error alone is
 * small, so nothing is lost where the rest cancels by algebra. Everything in this folder rests on it.
 *
 * When it misleads: at 0 it is infinite, since the formula is.
 *
 * Formula: δ(z) = ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π. From 10 on the asymptotic series; below, the step
 * δ(z) = δ(z + 1) + (z + ½) ln(1 + 1/z) − 1.
 * Source: C. Loader (2000), "Fast and accurate computation of binomial probabilities".
 *
 * Units: none; from 0 (large z) up.
 *
 * @throws RangeError unless z is above 0.
 * @example
 * stirlingError(1).toFixed(12); // '0.081061466795'
 */
export function stirlingError(z: number): number {
  if (!(z > 0)) throw new RangeError(`The argument must be above 0, not ${z}.`);
  let steps = 0;
  let shifted = z;
  for (; shifted < 10; shifted++) steps += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const square = 1 / (shifted * shifted);
  const series =
    1 / 12 -
    square *
      (1 / 360 -
        square *
          (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square / 156)))));
  return steps + series / shifted;
}

/** The part x ln(x/m) + m − x of the deviance between a count and its mean, exact also where the two are close. */
export function deviancePart(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const share = difference / (x + mean);
  let sum = difference * share;
  let power = 2 * x * share;
  for (let odd = 3; ; odd += 2) {
    power *= share * share;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
