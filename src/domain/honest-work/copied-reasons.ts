import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { asBaseRate, chanceOf, describeOthers } from './base-rate.ts';
import { leastOthers, leastShared, type Seen, type Tried } from './evidence.ts';

/** Repeated less often than this is not told, nor what is so little above what it is held against. */
const leastShare = 0.25;
const leastAbove = 0.15;
/** Even where nobody else ever did it, somebody may repeat so many reasons by chance. */
const leastExpected = 0.02;
/** Two by two, more people than this would take minutes; those who wrote most are compared. */
const mostPeople = 300;

interface Reason {
  readonly item: number;
  readonly group: number;
}

function reasonsByPerson({ annotatorIds, reasons, tasks }: PeopleVotes): Reason[][] {
  const byPerson: Reason[][] = annotatorIds.map(() => []);
  reasons.tasks.forEach((task, row) => {
    byPerson[tasks.annotators[task] ?? -1]?.push({
      item: tasks.items[task] ?? -1,
      group: reasons.groups[row] ?? -1,
    });
  });
  return byPerson;
}

/** Reasons that nearly repeat one of the same person's, and one of another person's. */
export function findCopiedReasons(votes: PeopleVotes): Tried[] {
  const byPerson = reasonsByPerson(votes).map((own) => (own.length < leastShared ? [] : own));
  const sizes = byPerson.map(({ length }) => length).toSorted((a, b) => b - a);
  const least = Math.max(leastShared, sizes[mostPeople] ?? 0);
  return [...findOwn(byPerson), ...findShared(byPerson.map((own) => (own.length < least ? [] : own)))];
}

interface Copied {
  readonly count: number;
  readonly of: number;
  readonly describe: (seen: Omit<Seen, 'annotator' | 'other' | 'items'>) => readonly Seen[];
}

function holdAgainst(kind: Seen['kind'], all: readonly Copied[], least: number): Tried[] {
  if (all.length <= least) return [];
  // One more or less hardly moves a quarter of many, and sorting anew for each of many pairs would take long.
  const everybody = all.length > 200 ? describeOthers(all.map(shareOf)) : null;
  return all.map((own) => {
    const { count, of } = own;
    const others = everybody ?? describeOthers(all.filter((other) => other !== own).map(shareOf));
    const expected = Math.max(leastExpected, others.highQuarter);
    const seen = { kind, count, of, value: null, expected, base: asBaseRate(others) };
    return {
      pValue: chanceOf('greater', { count, of, share: expected }),
      isLarge: count / of >= leastShare && count / of >= expected + leastAbove,
      describe: () => own.describe({ ...seen, test: 'binomial' }),
    };
  });
}

const shareOf = ({ count, of }: Copied) => count / of;

function findOwn(byPerson: readonly (readonly Reason[])[]): Tried[] {
  const people = byPerson.flatMap((own, annotator): Copied[] => {
    if (own.length === 0) return [];
    const sizes = countByGroup(own);
    const describe: Copied['describe'] = (seen) => [
      {
        ...seen,
        ...{ annotator, other: null },
        items: own
          .filter(({ group }) => (sizes.get(group) ?? 0) > 1)
          .toSorted((a, b) => (sizes.get(b.group) ?? 0) - (sizes.get(a.group) ?? 0) || a.group - b.group)
          .map(({ item }) => item),
      },
    ];
    return [{ count: own.length - sizes.size, of: own.length, describe }];
  });
  return holdAgainst('own_reasons', people, leastOthers);
}

/** Of the one who wrote fewer, how many have a counterpart among the other's; each counts once. */
function findShared(byPerson: readonly (readonly Reason[])[]): Tried[] {
  const sizes = byPerson.map(countByGroup);
  const pairs: Copied[] = [];
  byPerson.forEach((own, one) => {
    for (let other = one + 1; own.length > 0 && other < byPerson.length; other++) {
      const theirs = byPerson[other] ?? [];
      if (theirs.length === 0) continue;
      const inBoth = (group: number) => Math.min(sizes[one]?.get(group) ?? 0, sizes[other]?.get(group) ?? 0);
      let count = 0;
      for (const group of sizes[one]?.keys() ?? []) count += inBoth(group);
      const describe: Copied['describe'] = (seen) => [
        { ...seen, annotator: one, other, items: itemsOf(own, inBoth) },
        { ...seen, annotator: other, other: one, items: itemsOf(theirs, inBoth) },
      ];
      pairs.push({ count, of: Math.min(own.length, theirs.length), describe });
    }
  });
  return holdAgainst('shared_reasons', pairs, leastPairs);
}

/** As many pairs as five people make. */
export const leastPairs = 9;

const itemsOf = (reasons: readonly Reason[], inBoth: (group: number) => number) =>
  reasons.filter(({ group }) => inBoth(group) > 0).map(({ item }) => item);

function countByGroup(reasons: readonly Reason[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { group } of reasons) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
