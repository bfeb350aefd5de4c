import { categoryWeights } from '#stats/agreement/category-weights.ts';
import { pairwiseKappas } from '#stats/agreement/pairwise-kappas.ts';
import { estimateShare, type QualityEstimate } from './measures.ts';
import { orderBySimilarity } from './order-by-similarity.ts';
import type { CriterionVotes, Votes } from './votes.ts';

/** How often one person said the same as the others about the same items, never counting their own vote. */
export interface PersonAgreement {
  readonly annotatorId: string;
  /** Mean over shared items of the share of others who said the same; n counts items. */
  readonly share: QualityEstimate;
}

/** Two people on the units that both judged. */
export interface PeopleCell {
  /** Places in {@link PeopleMatrix.annotatorIds}, the smaller one first. */
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly same: number;
  /**
   * Cohen's kappa of the two, on an ordered scale with quadratic weights; null where both always said one and the same
   * thing, or where the values are too many for a table.
   */
  readonly kappa: number | null;
}

export interface PeopleMatrix {
  /** Ordered so that people who agree stand beside each other. */
  readonly annotatorIds: readonly string[];
  readonly cells: readonly PeopleCell[];
  /** People who shared fewest items and for whom there was no room. */
  readonly leftOut: number;
}

export const mostPeople = 60;

/** The criterion on which people are compared: the overall one, or the one that most units were judged on. */
export function mainCriterion({ criteria, overallKey }: Votes): CriterionVotes | undefined {
  const overall = criteria.find(({ key }) => key === overallKey);
  const byUnits = [...criteria].sort((a, b) => b.starts.length - a.starts.length);
  return overall ?? byUnits[0];
}

/** Of a preference the side counts, of everything else the very answer. */
function asCompared({ hasSides, values }: CriterionVotes): Float64Array {
  return hasSides ? values.map(Math.sign) : values;
}

interface Tally {
  item: number;
  same: number;
  compared: number;
  sum: number;
  items: number;
}

/** Everybody's agreement with the others, lowest share first. */
export function compareWithOthers(votes: Votes): PersonAgreement[] {
  const criterion = mainCriterion(votes);
  if (criterion === undefined) return [];
  const values = asCompared(criterion);
  const tallies = new Map<number, Tally>();
  forEachUnit(criterion, ({ from, to, item }) => {
    for (let own = from; own < to; own++) {
      const annotator = criterion.annotators[own] ?? -1;
      const tally = tallies.get(annotator) ?? { item, same: 0, compared: 0, sum: 0, items: 0 };
      tallies.set(annotator, tally);
      if (tally.item !== item) closeItem(tally, item);
      tally.compared += to - from - 1;
      for (let other = from; other < to; other++)
        if (other !== own && values[other] === values[own]) tally.same += 1;
    }
  });
  return [...tallies]
    .map(([annotator, tally]) => {
      closeItem(tally, -1);
      const share = estimateShare({ share: tally.sum / tally.items, n: tally.items });
      return { annotatorId: votes.annotatorIds[annotator] ?? '', share };
    })
    .sort((a, b) => (a.share.value ?? 0) - (b.share.value ?? 0));
}

/** The units of one item stand together, so an item is complete once another one begins. */
function closeItem(tally: Tally, next: number): void {
  tally.sum += tally.same / tally.compared;
  tally.items += 1;
  tally.item = next;
  tally.same = 0;
  tally.compared = 0;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  same: number;
  readonly values: number[];
}

/** Every two people on what both judged, the people ordered by likeness. */
export function compareEveryTwo(votes: Votes): PeopleMatrix {
  const criterion = mainCriterion(votes);
  if (criterion === undefined) return { annotatorIds: [], cells: [], leftOut: 0 };
  const { shown, leftOut } = choosePeople(criterion);
  const pairs = tallyPairs(criterion, new Set(shown));
  const pairOf = (a: number, b: number) => pairs.get(pairKey(a, b));
  const order = orderBySimilarity(shown.length, (one, other) => {
    const pair = pairOf(shown[one] ?? -1, shown[other] ?? -1);
    return pair ? pair.same / (pair.values.length / 2) : null;
  }).map((place) => shown[place] ?? -1);
  const placeOf = new Map(order.map((annotator, place) => [annotator, place]));
  const cells = [...pairs.values()].map((pair) => presentPair(pair, { criterion, placeOf }));
  return {
    annotatorIds: order.map((annotator) => votes.annotatorIds[annotator] ?? ''),
    cells: cells.sort((x, y) => x.a - y.a || x.b - y.b),
    leftOut,
  };
}

function presentPair(
  { a, b, same, values }: Pair,
  { criterion, placeOf }: { criterion: CriterionVotes; placeOf: ReadonlyMap<number, number> },
): PeopleCell {
  const places = [placeOf.get(a) ?? 0, placeOf.get(b) ?? 0].sort((x, y) => x - y);
  const n = values.length / 2;
  const kappa = kappaOf(values, criterion.metric === 'nominal' ? 'none' : 'quadratic');
  return { a: places[0] ?? 0, b: places[1] ?? 0, n, same: same / n, kappa };
}

/** The most different values of two people that make a table. */
const mostValues = 101;

/** Of values that two people gave in turn. Quadratic weights depend on distances alone, so only used values matter. */
function kappaOf(values: readonly number[], kind: 'none' | 'quadratic'): number | null {
  const categories = Float64Array.from(new Set(values)).sort();
  if (categories.length > mostValues) return null;
  const codeOf = new Map(Array.from(categories, (value, code) => [value, code]));
  const ratings = {
    starts: Int32Array.from({ length: values.length / 2 + 1 }, (_, unit) => 2 * unit),
    raters: Int32Array.from(values, (_, place) => place % 2),
    codes: Int32Array.from(values, (value) => codeOf.get(value) ?? -1),
    raterCount: 2,
    categories,
  };
  return pairwiseKappas({ ratings, weights: categoryWeights(kind, categories) }).values[0] ?? null;
}

function choosePeople({ annotators }: CriterionVotes): { shown: number[]; leftOut: number } {
  const counts = new Map<number, number>();
  for (const annotator of annotators) counts.set(annotator, (counts.get(annotator) ?? 0) + 1);
  const all = [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([annotator]) => annotator);
  return { shown: all.slice(0, mostPeople), leftOut: Math.max(0, all.length - mostPeople) };
}

const pairKey = (a: number, b: number) => `${Math.min(a, b)}/${Math.max(a, b)}`;

function tallyPairs(criterion: CriterionVotes, shown: ReadonlySet<number>): Map<string, Pair> {
  const compared = asCompared(criterion);
  const pairs = new Map<string, Pair>();
  forEachUnit(criterion, ({ from, to }) => {
    for (let one = from; one < to; one++) {
      const a = criterion.annotators[one] ?? -1;
      if (!shown.has(a)) continue;
      for (let other = one + 1; other < to; other++) {
        const b = criterion.annotators[other] ?? -1;
        if (!shown.has(b)) continue;
        const key = pairKey(a, b);
        const pair = pairs.get(key) ?? { a, b, same: 0, values: [] };
        pairs.set(key, pair);
        if (compared[one] === compared[other]) pair.same += 1;
        const values = [criterion.values[one] ?? 0, criterion.values[other] ?? 0] as const;
        // Kappa knows who is who: the one who stands first in the pair comes first throughout.
        if (a === pair.a) pair.values.push(values[0], values[1]);
        else pair.values.push(values[1], values[0]);
      }
    }
  });
  return pairs;
}

function forEachUnit(
  { starts, items }: CriterionVotes,
  visit: (unit: { from: number; to: number; item: number }) => void,
): void {
  for (let unit = 0; unit + 1 < starts.length; unit++)
    visit({ from: starts[unit] ?? 0, to: starts[unit + 1] ?? 0, item: items[unit] ?? -1 });
}
