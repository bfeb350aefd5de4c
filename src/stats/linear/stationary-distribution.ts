/**
 * **Stationary distribution of a Markov chain**: the share of time that a random walk spends in each state.
 *
 * What for: spectral ranking, where the walk moves from losers to winners.
 *
 * When it misleads: a chain that falls into parts has no single one; the result is then null.
 *
 * Formula: π Q = 0, Σπ = 1 for the rates Q, by the elimination of Grassmann, Taksar and Heyman, which never subtracts
 * and so keeps the digits of small shares.
 * Source: W. Grassmann, M. Taksar, D. Heyman (1985), Operations Research 33(5).
 *
 * Units: shares. `rates[i * size + j]` is the rate from i to j; the diagonal is not read.
 *
 * @throws RangeError when there are not size × size rates or one is negative or not finite.
 * @example
 * stationaryDistribution(new Float64Array([0, 1, 3, 0]), 2); // Float64Array [0.75, 0.25]
 */
export function stationaryDistribution(rates: Float64Array, size: number): Float64Array | null {
  if (rates.length !== size * size || !rates.every((rate) => rate >= 0 && rate < Infinity)) {
    throw new RangeError(`A chain of ${size} states needs ${size * size} finite rates of at least 0.`);
  }
  const left = rates.slice();
  for (let state = size - 1; state > 0; state--) if (!eliminate(left, { size, state })) return null;
  const shares = new Float64Array(size);
  let total = 1;
  if (size > 0) shares[0] = 1;
  for (let state = 1; state < size; state++) {
    let share = 0;
    for (let from = 0; from < state; from++) share += (shares[from] ?? 0) * (left[from * size + state] ?? 0);
    shares[state] = share;
    total += share;
  }
  return shares.map((share) => share / total);
}

/** Takes the last state out: a walk into it goes on at once to where it would leave to. False if it never leaves. */
function eliminate(rates: Float64Array, { size, state }: { size: number; state: number }): boolean {
  let leaving = 0;
  for (let to = 0; to < state; to++) leaving += rates[state * size + to] ?? 0;
  if (leaving === 0) return false;
  for (let from = 0; from < state; from++) {
    const through = (rates[from * size + state] ?? 0) / leaving;
    rates[from * size + state] = through;
    if (through === 0) continue;
    for (let to = 0; to < state; to++) {
      if (to !== from)
        rates[from * size + to] = (rates[from * size + to] ?? 0) + through * (rates[state * size + to] ?? 0);
    }
  }
  return true;
}
