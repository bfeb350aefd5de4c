import type { Random } from './seeded-random.ts';

/**
 * **Fisher–Yates shuffle**: the same things in a random order, every order equally likely; the input stays as it is.
 *
 * What for: showing responses or drawing samples in an order that carries no meaning.
 *
 * When it misleads: a fair shuffle of few things often repeats an order by chance; to balance positions, alternate them.
 *
 * Source: R. Durstenfeld (1964), "Algorithm 235: Random permutation", Communications of the ACM 7(7).
 *
 * Units: none; one draw fewer than there are things.
 *
 * @example
 * shuffle(['a', 'b', 'c'], seededRandom(1)).length; // 3
 */
export function shuffle<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const order = [...things];
  for (let end = order.length - 1; end > 0; end--) {
    const place = random.below(end + 1);
    // Both places exist; the cast keeps things that are themselves undefined.
    [order[end], order[place]] = [order[place] as Thing, order[end] as Thing];
  }
  return order;
}
