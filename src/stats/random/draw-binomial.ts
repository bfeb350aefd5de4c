import type { Random } from './seeded-random.ts';

/** Below this expected number, adding up chances from 0 is quicker than rejecting. */
const fewExpected = 10;

/**
 * **Binomial draw**: how many of n trials succeed, each with chance p, without trying each.
 *
 * What for: resampling millions of comparisons as a few thousand counts.
 *
 * When it misleads: never; the draws have exactly the binomial distribution up to rounding.
 *
 * Formula: inversion where n p < 10, transformed rejection (BTRS) otherwise; for p > ½ the failures are drawn.
 * Source: W. Hörmann (1993), "The generation of binomial random variates", J. Statist. Comput. Simul. 46.
 *
 * Units: successes.
 *
 * @throws RangeError unless n is a whole number of at least 0 and 0 ≤ p ≤ 1.
 * @example
 * drawBinomial(seededRandom(7), { trials: 1000, chance: 0.25 }); // 247
 */
export function drawBinomial(
  random: Random,
  { trials, chance }: { readonly trials: number; readonly chance: number },
): number {
  if (!(Number.isSafeInteger(trials) && trials >= 0 && chance >= 0 && chance <= 1)) {
    throw new RangeError(
      `A binomial draw needs whole trials and a chance from 0 to 1, not ${trials}, ${chance}.`,
    );
  }
  if (trials === 0 || chance === 0) return 0;
  if (chance > 0.5) return trials - drawRare(random, trials, 1 - chance);
  return drawRare(random, trials, chance);
}

function drawRare(random: Random, trials: number, chance: number): number {
  if (chance === 0) return 0;
  return trials * chance < fewExpected
    ? drawByInversion(random, trials, chance)
    : drawByRejection(random, trials, chance);
}

function drawByInversion(random: Random, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  const none = Math.exp(trials * Math.log1p(-chance));
  for (;;) {
    let left = random.next();
    let share = none;
    for (let successes = 0; successes <= trials; successes++) {
      if (left < share) return successes;
      left -= share;
      share *= (odds * (trials - successes)) / (successes + 1);
    }
    // Rounding left a remainder beyond the last share: draw again.
  }
}

function drawByRejection(random: Random, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const middle = trials * chance + 0.5;
  const sure = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  for (;;) {
    const u = random.next() - 0.5;
    const v = random.next();
    const edge = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / edge + b) * u + middle);
    if (edge >= 0.07 && v <= sure) return successes;
    if (!(successes >= 0 && successes <= trials)) continue;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    if (height <= relativeLogChance(successes, { trials, chance })) return successes;
  }
}

/** The logarithm of the chance of k successes relative to that of the most likely number. */
function relativeLogChance(k: number, { trials: n, chance }: { trials: number; chance: number }): number {
  const odds = chance / (1 - chance);
  const mode = Math.floor((n + 1) * chance);
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
    (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
    (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
    stirlingRest(mode) +
    stirlingRest(n - mode) -
    stirlingRest(k) -
    stirlingRest(n - k)
  );
}

/** What Stirling's formula lacks of log k!, for k up to 9. */
const smallRests = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.00833056343336287,
];

function stirlingRest(k: number): number {
  const known = smallRests[k];
  if (known !== undefined) return known;
  const one = k + 1;
  return (1 / 12 - (1 / 360 - 1 / 1260 / (one * one)) / (one * one)) / one;
}
