import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { forEachUnit } from '#domain/people-quality/split-by-person.ts';
import { quantile } from '#stats/intervals/quantile.ts';
import { tally } from './answers-of-person.ts';
import { asBaseRate, chanceOf, describeOthers } from './base-rate.ts';
import { leastPairs } from './copied-reasons.ts';
import { leastShared, type Seen, type Tried } from './evidence.ts';
import { countPairs, type PairCount } from './pair-counts.ts';
import { fitSkills } from './pair-skills.ts';

/** So far above what is expected must it lie to be told, however sure it is. */
const leastAbove = 0.15;

interface Weighed extends PairCount {
  readonly expected: number;
  /** The share of same answers above what is expected. */
  readonly above: number;
}

/**
 * Who agrees with whom far more than both agree with everybody else. Beyond chance, the agreement of two people who judge
 * on their own is about the product of a figure for each; those figures are fitted to all pairs. Hard items and small
 * numbers put pairs above or below that, so a pair is held against what is expected of it and, on top, the highest
 * quarter of what lies above in all pairs.
 */
export function findAlike(votes: PeopleVotes): Tried[] {
  const pairs = countPairs(votes).filter(({ shared }) => shared >= leastShared);
  if (pairs.length <= leastPairs) return [];
  const weighed = weigh(pairs, chanceAgreement(votes));
  const margin = Math.max(
    0,
    quantile(
      weighed.map(({ above }) => above),
      0.75,
    ) ?? 0,
  );
  const against = asBaseRate(describeOthers(weighed.map(({ same, shared }) => same / shared)));
  return weighed.map((pair) => {
    const { same, shared } = pair;
    const expected = Math.min(1, pair.expected + margin);
    return {
      pValue: chanceOf('greater', { count: same, of: shared, share: expected }),
      isLarge: same / shared >= expected + leastAbove,
      describe: () => {
        const base = { ...against, n: weighed.length - 1 };
        const seen = { kind: 'alike' as const, count: same, of: shared, expected, base };
        const value = pair.eitherAgainst === 0 ? null : pair.togetherAgainst / pair.eitherAgainst;
        return describeBoth(pair, { ...seen, value, test: 'binomial' }, itemsOf(votes, pair));
      },
    };
  });
}

function weigh(pairs: readonly PairCount[], chance: number): Weighed[] {
  const skills = fitSkills(pairs, chance);
  return pairs.map((pair) => {
    const product = (skills.get(pair.one) ?? 0) * (skills.get(pair.other) ?? 0);
    // At 0 or 1 a single exception would be impossible.
    const expected = Math.min(0.98, Math.max(0.02, chance + (1 - chance) * product));
    return { ...pair, expected, above: pair.same / pair.shared - expected };
  });
}

/** How often two answers drawn from all answers are the same. */
function chanceAgreement({ units }: PeopleVotes): number {
  const all = units.values.length;
  return [...tally(Array.from(units.values)).values()].reduce((sum, count) => sum + (count / all) ** 2, 0);
}

function describeBoth(
  { one, other }: PairCount,
  seen: Omit<Seen, 'annotator' | 'other' | 'items'>,
  items: readonly number[],
): readonly Seen[] {
  return [
    { ...seen, annotator: one, other, items },
    { ...seen, annotator: other, other: one, items },
  ];
}

/** What both answered alike, those first on which fewest others said the same. */
function itemsOf({ units, tasks }: PeopleVotes, { one, other }: PairCount): number[] {
  const found: { item: number; alike: number }[] = [];
  forEachUnit(units, (from, to) => {
    const answerOf = (person: number) => {
      for (let vote = from; vote < to; vote++)
        if (tasks.annotators[units.tasks[vote] ?? -1] === person) return units.values[vote];
      return undefined;
    };
    const value = answerOf(one);
    if (value === undefined || value !== answerOf(other)) return;
    const same = Array.from(units.values.subarray(from, to)).filter((each) => each === value).length;
    found.push({ item: tasks.items[units.tasks[from] ?? -1] ?? -1, alike: (same - 2) / (to - from - 1) });
  });
  return found.sort((a, b) => a.alike - b.alike).map(({ item }) => item);
}
