import { type Measures, measure } from './measures.ts';
import { type SliceUnits, sliceByItem, valuesOf } from './slice-units.ts';
import type { CriterionVotes, VoteItems, Votes } from './votes.ts';

/** How often each pair of models was judged and won, by the majority of each item. */
export interface PairRecord {
  readonly items: number;
  /** Wins of the model that is named first, a split vote counting half. */
  readonly firstWins: number;
}

/** Counts majorities over the items of each pair of models; of a criterion in which a negative value means r1. */
export function countPairWins(
  votes: Pick<CriterionVotes, 'starts' | 'values' | 'items'>,
  items: Pick<VoteItems, 'pairs' | 'firstIsR1'>,
): Map<number, PairRecord> {
  const records = new Map<number, PairRecord>();
  for (let unit = 0; unit + 1 < votes.starts.length; unit++) {
    const item = votes.items[unit] ?? -1;
    const pair = items.pairs[item] ?? -1;
    if (pair < 0) continue;
    const lead = valuesOf(votes, unit).reduce((sum, value) => sum + Math.sign(value), 0);
    const r1Wins = lead === 0 ? 0.5 : lead < 0 ? 1 : 0;
    const record = records.get(pair) ?? { items: 0, firstWins: 0 };
    records.set(pair, {
      items: record.items + 1,
      firstWins: record.firstWins + (items.firstIsR1[item] === 1 ? r1Wins : 1 - r1Wins),
    });
  }
  return records;
}

/** Bounds of the share of items that the better model of a pair wins. */
const strata = [
  { from: 0.5, to: 0.6 },
  { from: 0.6, to: 0.75 },
  { from: 0.75, to: 1 },
] as const;

/** A pair of models with fewer judged items than this may look closer or farther apart than it is. */
export const leastItemsOfPair = 10;

export interface Stratum extends Measures {
  readonly from: number;
  readonly to: number;
  readonly modelPairs: number;
}

/** Agreement by how close the two models are, of one criterion that compares two responses. */
export interface Closeness {
  readonly criterionKey: string;
  readonly strata: readonly Stratum[];
  /** Units in no stratum: a model is unknown, both are the same, or the pair has too few items. */
  readonly unplacedUnits: number;
}

/** The stratum of a pair by how often its better model wins; -1 where too few items tell. */
export function stratumOf({ items, firstWins }: PairRecord): number {
  if (items < leastItemsOfPair) return -1;
  const share = Math.max(firstWins, items - firstWins) / items;
  return strata.findLastIndex(({ from }) => share >= from);
}

/**
 * People agree less the closer two models are, however careful they are; so agreement is told apart by that. How close
 * two models are is read from the majorities over all their items: from the one item alone it would be circular.
 */
export function closenessOf({ criteria, items, overallKey, modelPairs }: Votes): Closeness | null {
  const pairwise = criteria.filter(({ hasSides }) => hasSides);
  const criterion = pairwise.find(({ key }) => key === overallKey) ?? pairwise[0];
  if (criterion === undefined) return null;
  const stratumOfPair = modelPairs.map(() => -1);
  for (const [pair, record] of countPairWins(criterion, items)) stratumOfPair[pair] = stratumOf(record);
  const ofItem = Array.from(items.pairs, (pair) => stratumOfPair[pair] ?? -1);
  const slices = sliceByItem(criterion, ofItem);
  const placed = [...slices.values()].reduce((sum, { starts }) => sum + starts.length - 1, 0);
  return {
    criterionKey: criterion.key,
    strata: strata.map((bounds, stratum) => ({
      ...bounds,
      modelPairs: stratumOfPair.filter((of) => of === stratum).length,
      ...measureStratum(criterion, slices.get(stratum), bounds.from),
    })),
    unplacedUnits: criterion.starts.length - 1 - placed,
  };
}

function measureStratum(
  { key, metric, hasSides }: CriterionVotes,
  units: SliceUnits | undefined,
  from: number,
): Measures {
  const seed = `closeness:${key}:${from}`;
  return measure({ units: units ?? { starts: [0], values: [] }, metric, hasSides, seed, isSlice: true });
}
