import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { type ComparedAnswer, tally } from './answers-of-person.ts';
import { asBaseRate, chanceOf, describeOthers } from './base-rate.ts';
import { leastOfEvidence, leastOthers, type Seen, type Tried } from './evidence.ts';

/** A pattern that holds less often than this is not told, nor one that is so little above what it is held against. */
const leastShare = 0.8;
const leastAbove = 0.1;

/** A person's count of something that others have a count of as well. */
interface Counted {
  readonly annotator: number;
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  /** The share that is expected of this person whatever the others do. */
  readonly expected: number;
  readonly items: () => readonly number[];
}

/**
 * Holds each share against what is expected of the person and against the highest quarter of the others, whichever is
 * more. `tries`: in how many ways the person could have had as high a count (Bonferroni).
 */
function holdAgainst(kind: Seen['kind'], people: readonly Counted[], tries: number): Tried[] {
  if (people.length <= leastOthers) return [];
  return people.map((own) => {
    const { annotator, count, of, value, items } = own;
    const others = describeOthers(
      people.filter((other) => other !== own).map((other) => other.count / other.of),
    );
    const expected = Math.max(own.expected, others.highQuarter);
    const isLarge = count / of >= leastShare && count / of >= expected + leastAbove;
    return {
      pValue: Math.min(1, tries * chanceOf('greater', { count, of, share: expected })),
      isLarge,
      describe: () => [
        {
          ...{ kind, annotator, other: null, count, of, value, expected, test: 'binomial' as const },
          ...{ base: asBaseRate(others), items: items() },
        },
      ],
    };
  });
}

/** One answer to nearly everything, where others gave several to the same. */
export function findSameAnswer(compared: readonly (readonly ComparedAnswer[])[]): Tried[] {
  const people = compared.flatMap((own, annotator): Counted[] => {
    if (own.length < leastOfEvidence) return [];
    const [value, count] = topOf(own.map(({ level }) => level));
    const shareOfOthers = ({ othersLevels }: ComparedAnswer) =>
      (othersLevels.get(value) ?? 0) / [...othersLevels.values()].reduce((sum, each) => sum + each, 0);
    const against = own.toSorted((a, b) => shareOfOthers(a) - shareOfOthers(b));
    // Different shares from item to item make high counts no likelier than their mean does (Hoeffding 1956).
    const expected = own.reduce((sum, answer) => sum + shareOfOthers(answer), 0) / own.length;
    const items = () => against.filter(({ level }) => level === value).map(({ item }) => item);
    return [{ annotator, count, of: own.length, value: null, expected: Math.min(1, expected), items }];
  });
  return holdAgainst('same_answer', people, 1);
}

function topOf(values: readonly number[]): [value: number, count: number] {
  return [...tally(values)].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
}

/** What somebody chose between the first two responses they were shown, oldest first. */
export interface ShownChoice {
  readonly item: number;
  readonly atMs: number;
  /** 1 for the first, -1 for the second, 0 for neither. */
  readonly sign: number;
}

/** One choice a task: several of one task are not independent. */
export function listShownChoices({ annotatorIds, choices, tasks }: PeopleVotes): ShownChoice[][] {
  const byPerson: ShownChoice[][] = annotatorIds.map(() => []);
  let last = -1;
  choices.tasks.forEach((task, row) => {
    if (task === last) return;
    last = task;
    const [item, atMs] = [tasks.items[task] ?? -1, tasks.atMs[task] ?? 0];
    byPerson[tasks.annotators[task] ?? -1]?.push({ item, atMs, sign: choices.signs[row] ?? 0 });
  });
  for (const own of byPerson) own.sort((a, b) => a.atMs - b.atMs);
  return byPerson;
}

/** The same place on the screen again and again, though the order is drawn anew for each person and item. */
export function findSameSide(shown: readonly (readonly ShownChoice[])[]): Tried[] {
  const people = shown.flatMap((all, annotator): Counted[] => {
    const own = all.filter(({ sign }) => sign !== 0);
    if (own.length < leastOfEvidence) return [];
    const first = own.filter(({ sign }) => sign === 1).length;
    const value = first * 2 >= own.length ? 1 : -1;
    const items = () => own.filter(({ sign }) => sign === value).map(({ item }) => item);
    return [
      { annotator, count: Math.max(first, own.length - first), of: own.length, value, expected: 0.5, items },
    ];
  });
  return holdAgainst('same_side', people, 2);
}

const mostSteps = 6;

/** What was said some tasks before, said again: alternation, and every other cycle of up to six tasks. */
export function findRepeating(shown: readonly (readonly ShownChoice[])[]): Tried[] {
  const people = shown.flatMap((own, annotator): Counted[] => {
    if (own.length < leastOfEvidence + mostSteps) return [];
    const shares = [...tally(own.map(({ sign }) => sign)).values()].map((count) => count / own.length);
    // How often two answers drawn from the person's own are the same.
    const expected = shares.reduce((sum, share) => sum + share * share, 0);
    const runs = Array.from({ length: mostSteps }, (_, place) => {
      const again = own.filter(({ sign }, at) => own[at - place - 1]?.sign === sign);
      return { value: place + 1, again, of: own.length - place - 1 };
    });
    const best = runs.reduce((most, run) =>
      run.again.length / run.of > most.again.length / most.of ? run : most,
    );
    const items = () => best.again.map(({ item }) => item);
    return [{ annotator, count: best.again.length, of: best.of, value: best.value, expected, items }];
  });
  return holdAgainst('repeating', people, mostSteps);
}
