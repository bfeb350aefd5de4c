export interface PoissonBinomialInput {
  /** The chance of each trial to succeed. */
  readonly chances: readonly number[];
  readonly atLeast: number;
}

/**
 * **Poisson binomial tail**: how likely it is that at least so many of some trials succeed, each with a chance of its own.
 *
 * What for: whether so many good annotators would fail one gold item by mistake, when each makes mistakes as often as on
 * the others; the plain binomial test would take them all for equally good.
 *
 * When it misleads: the chances are taken as known and the trials as independent. Chances estimated from few trials make
 * the tail look surer than it is.
 *
 * Formula: the distribution of the sum is built trial by trial, P_k(j) = P_{k−1}(j)(1 − p_k) + P_{k−1}(j − 1)p_k; no term is
 * ever subtracted. Source: R. E. Barlow and K. D. Heidtmann (1984), IEEE Transactions on Reliability 33.
 *
 * Units: a probability.
 *
 * @throws RangeError unless every chance lies between 0 and 1.
 * @example
 * poissonBinomialTail({ chances: [0.5, 0.5, 0.1], atLeast: 3 }); // 0.025
 */
export function poissonBinomialTail({ chances, atLeast }: PoissonBinomialInput): number {
  if (chances.some((chance) => !(chance >= 0 && chance <= 1)))
    throw new RangeError(`Chances must lie between 0 and 1, not ${chances.join(', ')}.`);
  let counts = [1];
  for (const chance of chances) {
    const next = new Array<number>(counts.length + 1).fill(0);
    counts.forEach((share, count) => {
      next[count] = (next[count] ?? 0) + share * (1 - chance);
      next[count + 1] = (next[count + 1] ?? 0) + share * chance;
    });
    counts = next;
  }
  const tail = counts.slice(Math.max(0, atLeast));
  // The smallest first, so that none is lost beside a large one.
  return Math.min(
    1,
    tail.reduceRight((sum, share) => sum + share, 0),
  );
}
