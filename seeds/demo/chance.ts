import type { Random } from '#stats/random/seeded-random.ts';

/** A draw from the normal distribution (Box and Muller). */
export function drawNormal(random: Random, { mean, deviation }: { mean: number; deviation: number }): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random.next());
}

/** A draw whose logarithm is normal: most are near the median, a few are much larger. */
export function drawLogNormal(
  random: Random,
  { median, spread }: { median: number; spread: number },
): number {
  return median * Math.exp(drawNormal(random, { mean: 0, deviation: spread }));
}

export function happens(random: Random, chance: number): boolean {
  return random.next() < chance;
}

export function pick<Thing>(random: Random, things: readonly [Thing, ...Thing[]]): Thing {
  return things[random.below(things.length)] ?? things[0];
}
