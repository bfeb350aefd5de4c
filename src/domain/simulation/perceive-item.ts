import type { ItemResponse } from '#domain/items/item.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { type Random, seededRandom } from '#stats/random/seeded-random.ts';
import type { SimulatedPerson, Temper } from './population.ts';

/** What the simulation decides an item is really like, and what somebody meets. */
export interface MetItem {
  readonly itemId: string;
  /** In the order shown. */
  readonly responses: readonly Pick<ItemResponse, 'id' | 'text'>[];
  /** Tasks done in this session before this one. */
  readonly doneInSession: number;
  readonly isAfterChange: boolean;
}

export interface Perception {
  /** Response id → quality as seen, about standard normal. */
  readonly quality: Readonly<Record<string, number>>;
  /** For everything else that is decided about the item. */
  readonly random: Random;
}

/** A standard normal number, by Box and Muller (1958). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** The true quality of a response: the same for everybody under one seed. Standard normal. */
export function trueQuality(seed: number, itemId: string, responseId: string): number {
  return drawNormal(seededRandom(seedFromText(`${seed}:true:${itemId}:${responseId}`)));
}

/** Another idea of quality, which has nothing to do with the true one. */
function otherQuality(seed: number, itemId: string, responseId: string): number {
  return drawNormal(seededRandom(seedFromText(`${seed}:other:${itemId}:${responseId}`)));
}

/** How somebody sees the responses of an item; the same person under the same seed always sees the same. */
export function perceiveItem(
  item: MetItem,
  { seed, person, temper }: { seed: number; person: SimulatedPerson; temper: Temper },
): Perception {
  const random = seededRandom(seedFromText(`${seed}:${person.stream}:${item.itemId}`));
  const tired = temper.tiredness * (Math.max(0, item.doneInSession - 20) / 10);
  const noise = temper.noise + tired;
  const share = item.isAfterChange ? temper.driftTo : 0;
  const meanLength = mean(item.responses.map(({ text }) => text.length + 1));
  // Drawn in the order of the ids, so that two people of one stream see the same in whatever order it is shown.
  const ids = item.responses.map(({ id }) => id).toSorted();
  const drawn = new Map(ids.map((id) => [id, drawNormal(random)]));
  const seen = item.responses.map(({ id, text }, index) => {
    const quality =
      (1 - share) * trueQuality(seed, item.itemId, id) + share * otherQuality(seed, item.itemId, id);
    const leaning =
      (index === 0 ? temper.towardsFirst : 0) +
      temper.towardsLength * Math.log2((text.length + 1) / meanLength);
    const chance = drawn.get(id) ?? 0;
    return [id, Number.isFinite(noise) ? quality + leaning + noise * chance : chance] as const;
  });
  return { quality: Object.fromEntries(seen), random };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 1 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** How long somebody is at an item, in milliseconds. */
export function paceOf(item: Pick<MetItem, 'responses'>, temper: Temper, random: Random): number {
  const characters = item.responses.reduce((sum, { text }) => sum + text.length, 0);
  const usual = characters * temper.readMsPerCharacter + temper.decideMs;
  // People's times spread about as much as this, skewed to the long side.
  return Math.round(Math.max(400, usual * Math.exp(0.35 * drawNormal(random))));
}
