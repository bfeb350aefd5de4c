import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { forEachUnit } from '#domain/people-quality/split-by-person.ts';
import { mostOf, tally } from './answers-of-person.ts';

/** Two people and what both answered. */
export interface PairCount {
  readonly one: number;
  readonly other: number;
  shared: number;
  same: number;
  /** Where a majority of the rest stood against one of the two or both; and where both stood together against it. */
  eitherAgainst: number;
  togetherAgainst: number;
}

/** Counts for every two people how often they gave the very same answer. */
export function countPairs({ annotatorIds, criterion, units, tasks }: PeopleVotes): PairCount[] {
  const pairs = new Map<number, PairCount>();
  const sideOf = (value: number) => (criterion?.hasSides ? Math.sign(value) : value) || 0;
  forEachUnit(units, (from, to) => {
    const people = Array.from(units.tasks.subarray(from, to), (task) => tasks.annotators[task] ?? -1);
    const values = Array.from(units.values.subarray(from, to), (value) => value || 0);
    const sides = tally(values.map(sideOf));
    for (let first = 0; first < people.length; first++)
      for (let second = first + 1; second < people.length; second++) {
        const [a = 0, b = 0] = [people[first], people[second]];
        const [low, high] = a < b ? [a, b] : [b, a];
        if (low === high) continue;
        const key = low * annotatorIds.length + high;
        const pair = pairs.get(key) ?? emptyPair(low, high);
        pairs.set(key, pair);
        const [x = 0, y = 0] = [values[first], values[second]];
        countOne(pair, x === y, againstRest(sides, sideOf(x), sideOf(y)));
      }
  });
  return [...pairs.values()];
}

const emptyPair = (one: number, other: number): PairCount => ({
  ...{ one, other, shared: 0, same: 0, eitherAgainst: 0, togetherAgainst: 0 },
});

function countOne(pair: PairCount, isSame: boolean, against: 'neither' | 'either' | 'together'): void {
  pair.shared += 1;
  if (isSame) pair.same += 1;
  if (against !== 'neither') pair.eitherAgainst += 1;
  if (against === 'together') pair.togetherAgainst += 1;
}

/** How two sides stand to the majority of everybody else's. */
function againstRest(sides: ReadonlyMap<number, number>, one: number, other: number) {
  const rest = new Map(sides);
  rest.set(one, (rest.get(one) ?? 0) - 1);
  rest.set(other, (rest.get(other) ?? 0) - 1);
  const majority = mostOf(rest);
  if (majority === null || (one === majority && other === majority)) return 'neither';
  return one === other ? 'together' : 'either';
}
