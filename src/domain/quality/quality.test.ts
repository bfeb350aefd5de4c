import { describe, expect, it, test } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { countPairWins, stratumOf } from './closeness.ts';
import { VoteCollector, type VotedItem } from './collect-votes.ts';
import { compareEveryTwo, compareWithOthers, type PersonAgreement } from './compare-people.ts';
import { findWeakestCriterion, findWeakestPerson, findWeakestSlice } from './find-weakest.ts';
import { measure, type QualityEstimate } from './measures.ts';
import { orderBySimilarity } from './order-by-similarity.ts';
import { type CriterionQuality, computeFigures } from './quality-report.ts';
import { isReportDue } from './report-due.ts';
import { sliceByItem, sliceByLatest, sliceByVote } from './slice-units.ts';
import { dateOfDay, weekOf } from './week-of.ts';

const rubric: Rubric = {
  criteria: [
    overallPreference,
    {
      key: 'topic',
      label: 'Topic',
      help: '',
      target: 'task',
      scale: {
        kind: 'choice',
        options: [
          { key: 'code', label: 'Code' },
          { key: 'law', label: 'Law' },
        ],
      },
      required: false,
    },
  ],
  overallKey: 'overall',
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};

const monday = Date.UTC(2026, 10, 23);

/** −2 … 2: negative where r1 is better. */
function preferring(value: number): Answers {
  const overall =
    value === 0
      ? ({ verdict: 'tie' } as const)
      : ({ verdict: 'prefers', responseId: value < 0 ? 'r1' : 'r2', strength: Math.abs(value) } as const);
  return { pair: { overall }, response: {}, task: {} };
}

/** An item with one vote a person, named a, b, c … in order; undefined where a person did not judge. */
function item(
  values: readonly (number | undefined)[],
  more: Partial<Omit<VotedItem, 'judgments'>> & {
    guidelines?: readonly number[];
    weeks?: readonly number[];
  } = {},
): VotedItem {
  const { guidelines = [], weeks = [], ...rest } = more;
  return {
    itemId: `item-${values.join()}`,
    responseIds: ['r1', 'r2'],
    domain: null,
    models: [null, null],
    ...rest,
    judgments: values.flatMap((value, place) =>
      value === undefined
        ? []
        : [
            {
              annotatorId: 'abcdef'[place] ?? '?',
              rubricVersion: 1,
              guidelineVersion: guidelines[place] ?? 1,
              submittedAtMs: monday + (weeks[place] ?? 0) * 7 * 86_400_000,
              answers: preferring(value),
            },
          ],
    ),
  };
}

function votesOf(items: readonly VotedItem[], rubrics = new Map([[1, rubric]])) {
  const collector = new VoteCollector(rubrics);
  for (const each of items) collector.add(each);
  return collector.votes;
}

function overallOf(items: readonly VotedItem[]) {
  const [overall] = votesOf(items).criteria;
  if (overall === undefined) throw new Error('the rubric has an overall criterion');
  return overall;
}

describe('the week of an instant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', '1969-12-29'],
    ['2026-11-22T23:59:59.999Z', '2026-11-16'],
    ['2026-11-23T00:00:00Z', '2026-11-23'],
    ['2026-11-29T23:59:59Z', '2026-11-23'],
    ['2027-01-01T12:00:00Z', '2026-12-28'],
  ])('%s begins on %s', (instant, date) => {
    expect(dateOfDay(weekOf(Date.parse(instant)))).toBe(date);
  });
});

describe('collecting votes', () => {
  test('leaves out what was judged once and keeps who said what', () => {
    const votes = votesOf([item([1]), item([-2, undefined, 1], { domain: 'law' })]);
    expect(votes.annotatorIds).toEqual(['a', 'c']);
    expect(votes.domains).toEqual(['law']);
    expect(votes.criteria.map(({ key, starts }) => [key, [...starts]])).toEqual([
      ['overall', [0, 2]],
      ['topic', [0]],
    ]);
    expect([...(votes.criteria[0]?.values ?? [])]).toEqual([-2, 1]);
  });

  test('does not hold answers on another scale against each other', () => {
    const [overall, ...others] = rubric.criteria;
    if (overall === undefined) throw new Error('the rubric has an overall criterion');
    const shorter = { ...overall, scale: { ...overall.scale, steps: 1 } } as typeof overall;
    const rubrics = new Map([
      [1, { ...rubric, criteria: [shorter, ...others] }],
      [2, rubric],
    ]);
    expect([...(votesOf([item([1, 1])], rubrics).criteria[0]?.values ?? [])]).toEqual([]);
  });

  test.each([
    ['in either order', ['b', 'a'], [['a', 'b']], 0],
    ['one unknown', ['a', null], [], -1],
    ['both the same', ['a', 'a'], [], -1],
    ['more than two', ['a', 'b', 'c'], [], -1],
  ] as const)('names two models %s', (_name, models, pairs, place) => {
    const votes = votesOf([item([1, 1], { models })]);
    expect(votes.modelPairs).toEqual(pairs);
    expect([...votes.items.pairs]).toEqual([place]);
  });
});

describe('slices', () => {
  const votes = overallOf([
    item([1, 2, 1], { guidelines: [1, 2, 2], weeks: [0, 0, 1] }),
    item([-1, -1], { guidelines: [1, 1] }),
  ]);

  test('by item take whole units', () => {
    expect([...sliceByItem(votes, [7, -1])]).toEqual([[7, { starts: [0, 3], values: [1, 2, 1] }]]);
  });

  test('by version of the guidelines hold only votes under the same one against each other', () => {
    expect([...sliceByVote(votes, votes.guidelines)]).toEqual([
      [2, { starts: [0, 2], values: [2, 1] }],
      [1, { starts: [0, 2], values: [-1, -1] }],
    ]);
  });

  test('by week put a unit where its latest vote is', () => {
    const first = weekOf(monday);
    expect([...sliceByLatest(votes, votes.weeks)]).toEqual([
      [first + 7, { starts: [0, 3], values: [1, 2, 1] }],
      [first, { starts: [0, 2], values: [-1, -1] }],
    ]);
  });
});

describe('measures', () => {
  const all = { metric: 'ordinal', hasSides: true, seed: 'x', isSlice: false } as const;

  test('tell the side from the very answer', () => {
    // Of three units one has the same answer twice, one the same side, one opposite sides.
    const units = { starts: [0, 2, 4, 6], values: [1, 1, 1, 3, -2, 2] };
    const { same, sameSide } = measure({ ...all, units });
    expect(same.value).toBeCloseTo(1 / 3, 12);
    expect(sameSide?.value).toBeCloseTo(2 / 3, 12);
    expect(measure({ ...all, units, hasSides: false }).sameSide).toBeNull();
  });

  test.each([
    ['nothing was judged twice', { starts: [0], values: [] }, 'no_pairable_units'],
    ['everybody always said the same', { starts: [0, 2, 4], values: [2, 2, 2, 2] }, 'no_variation'],
    ['all are ties', { starts: [0, 2, 4], values: [0, 0, 0, 0] }, 'all_ties'],
  ] as const)('say why there is no alpha where %s', (_name, units, reason) => {
    expect(measure({ ...all, units }).alpha).toMatchObject({ value: null, reason });
  });

  test('give no interval where resamples mostly have no alpha', () => {
    // One value of twenty differs: every third resample never draws it.
    const values = Array.from({ length: 20 }, (_, vote) => (vote === 0 ? 2 : 1));
    const units = { starts: Array.from({ length: 11 }, (_, unit) => 2 * unit), values };
    expect(measure({ ...all, units }).alpha).toMatchObject({ value: 0, low: null, high: null });
  });

  test('of a slice need ten units', () => {
    const units = (count: number) => ({
      starts: Array.from({ length: count + 1 }, (_, unit) => 2 * unit),
      values: Array.from({ length: 2 * count }, (_, vote) => (vote % 4 < 2 ? 1 : -1)),
    });
    expect(measure({ ...all, units: units(9), isSlice: true }).alpha.reason).toBe('too_few_units');
    expect(measure({ ...all, units: units(10), isSlice: true }).alpha.value).toBe(1);
  });
});

describe('closeness of two models', () => {
  test('counts majorities for the model that wins, whichever side it stood on', () => {
    const votes = votesOf([
      item([-1, -2], { models: ['a', 'b'] }),
      item([1, 1, -1], { models: ['b', 'a'] }),
      item([1, -1], { models: ['a', 'b'] }),
      item([2, 2], { models: ['a', 'b'] }),
    ]);
    const [overall] = votes.criteria;
    if (overall === undefined) throw new Error('the rubric has an overall criterion');
    // a wins twice, once on each side; one item is split, one goes to b.
    expect([...countPairWins(overall, votes.items)]).toEqual([[0, { items: 4, firstWins: 2.5 }]]);
  });

  it.each([
    ['too few items', { items: 9, firstWins: 5 }, -1],
    ['even', { items: 10, firstWins: 5 }, 0],
    ['nearly even, the second ahead', { items: 100, firstWins: 41 }, 0],
    ['at the first bound', { items: 10, firstWins: 6 }, 1],
    ['clear', { items: 100, firstWins: 30 }, 1],
    ['far apart', { items: 100, firstWins: 25 }, 2],
    ['always', { items: 10, firstWins: 10 }, 2],
  ])('falls into a stratum: %s', (_name, record, stratum) => {
    expect(stratumOf(record)).toBe(stratum);
  });
});

describe('people', () => {
  // a and b always take the same side; c takes the other one twice and theirs once.
  const votes = votesOf([item([1, 2, -1]), item([-1, -1, 2]), item([2, 1, 1]), item([1, 1])]);

  test('are held against the others, their own vote never counted', () => {
    const shares = compareWithOthers(votes).map(({ annotatorId, share }) => [
      annotatorId,
      share.value,
      share.n,
    ]);
    expect(shares).toEqual([
      ['c', expect.closeTo(1 / 3, 12), 3],
      // 1/2, 1/2, 1, 1.
      ['a', 0.75, 4],
      ['b', 0.75, 4],
    ]);
  });

  test('stand in a matrix of every two, alike ones beside each other', () => {
    const { annotatorIds, cells, leftOut } = compareEveryTwo(votes);
    const named = cells.map(({ a, b, n, same }) => [annotatorIds[a], annotatorIds[b], n, same]);
    expect(leftOut).toBe(0);
    expect(annotatorIds.indexOf('c')).not.toBe(1);
    expect(named.map(([one, other, ...rest]) => [[one, other].sort().join(''), ...rest]).sort()).toEqual([
      ['ab', 4, 1],
      ['ac', 3, expect.closeTo(1 / 3, 12)],
      ['bc', 3, expect.closeTo(1 / 3, 12)],
    ]);
  });

  test('have a kappa with quadratic weights on an ordered scale, and none where they always said the same', () => {
    const kappaOf = (given: ReturnType<typeof votesOf>) =>
      compareEveryTwo(given).cells.map(({ kappa }) => kappa);
    // Observed (1 + 0 + 1 + 0) / 4; expected 1.75 + 1.75 − 2 · 0.75².
    const ordered = votesOf([item([1, 2]), item([-1, -1]), item([2, 1]), item([1, 1])]);
    expect(kappaOf(ordered)).toEqual([expect.closeTo(1 - 0.5 / 2.375, 12)]);
    expect(kappaOf(votesOf([item([1, 1]), item([1, 1])]))).toEqual([null]);
  });

  test('keep their own habits in kappa whoever judged an item first', () => {
    // a says 1, 1, 2, 2 and b says 1, 2, 2, 3: the table is not the same when their places are mixed up.
    const judged = [item([1, 1]), item([1, 2]), item([2, 2]), item([2, 3])];
    const turned = judged.map((one, place) =>
      place % 2 === 0 ? one : { ...one, judgments: one.judgments.toReversed() },
    );
    const [kappa] = compareEveryTwo(votesOf(turned)).cells.map((cell) => cell.kappa);
    // Observed 2/4; expected 2.5 + 4.5 − 2 · 1.5 · 2.
    expect(kappa).toBeCloseTo(1 - 0.5 / 1, 12);
  });

  it.each([
    [
      'two groups, turned so that their likest ends meet',
      [3, 1, 2, 0],
      { '0-2': 0.9, '1-3': 0.8, '0-1': 0.1, '0-3': 0.1, '1-2': 0.3, '2-3': 0.2 },
    ],
    ['nothing known', [0, 1, 2, 3], {}],
  ] as const)('are ordered by likeness: %s', (_name, order, known: Readonly<Record<string, number>>) => {
    const similarity = (one: number, other: number) => known[[one, other].sort().join('-')] ?? null;
    expect(orderBySimilarity(4, similarity)).toEqual(order);
  });
});

describe('what is weakest', () => {
  const estimate = (value: number, reach: number, n = 50): QualityEstimate => ({
    value,
    low: value - reach,
    high: value + reach,
    n,
    reason: null,
  });
  const criterion = (key: string, alpha: QualityEstimate, slices: [string, QualityEstimate][] = []) =>
    ({
      key,
      label: key,
      alpha,
      slices: slices.map(([name, of]) => ({
        dimension: name.includes('·') ? 'model_pair' : 'domain',
        name,
        alpha: of,
      })),
    }) as unknown as CriterionQuality;
  const person = (annotatorId: string, share: QualityEstimate): PersonAgreement => ({ annotatorId, share });

  it.each([
    ['none', [], null],
    [
      'lowest upper bound, not lowest value',
      [criterion('a', estimate(0.4, 0.3)), criterion('b', estimate(0.5, 0.1))],
      'b',
    ],
    [
      'too few units do not count',
      [criterion('a', estimate(0.1, 0.1, 9)), criterion('b', estimate(0.5, 0.1))],
      'b',
    ],
  ])('among criteria: %s', (_name, criteria, key) => {
    expect(findWeakestCriterion(criteria)?.key ?? null).toBe(key);
  });

  it.each([
    ['alone, nobody is', [person('a', estimate(0.2, 0.1))], null],
    [
      'nobody whose interval reaches the median',
      [person('a', estimate(0.6, 0.2)), person('b', estimate(0.7, 0.1))],
      null,
    ],
    [
      'the one whose whole interval lies farthest below',
      [
        person('a', estimate(0.5, 0.1)),
        person('b', estimate(0.45, 0.2)),
        person('c', estimate(0.8, 0.1)),
        person('d', estimate(0.8, 0.1)),
      ],
      'a',
    ],
    [
      'not after a few items',
      [person('a', estimate(0.1, 0.1, 5)), person('b', estimate(0.8, 0.1)), person('c', estimate(0.8, 0.1))],
      null,
    ],
  ])('among people: %s', (_name, people, annotatorId) => {
    expect(findWeakestPerson(people)?.annotatorId ?? null).toBe(annotatorId);
  });

  it.each([
    ['no pair of models', [criterion('a', estimate(0.9, 0.1), [['one · two', estimate(0.2, 0.1)]])], null],
    ['none that only looks lower', [criterion('a', estimate(0.6, 0.1), [['law', estimate(0.5, 0.2)]])], null],
    [
      'the farthest below its own criterion',
      [
        criterion('a', estimate(0.9, 0.1), [['law', estimate(0.5, 0.1)]]),
        criterion('b', estimate(0.4, 0.1), [['law', estimate(0.2, 0.1)]]),
      ],
      'a',
    ],
  ])('among slices: %s', (_name, criteria, key) => {
    expect(findWeakestSlice(criteria)?.criterionKey ?? null).toBe(key);
  });
});

describe('a report is due', () => {
  const computedAt = new Date('2026-11-30T12:00:00Z');
  const kept = { computedAt, tookMs: 200, newerJudgments: 0, isRubricNewer: false };
  it.each([
    ['where there is none', { computedAt: null }, 0, true],
    ['not where nothing changed', {}, 3_600, false],
    ['at once where it was cheap', { newerJudgments: 1 }, 0, true],
    ['where another rubric measures', { isRubricNewer: true }, 0, true],
    ['not soon where it took long', { newerJudgments: 1, tookMs: 20_000 }, 199, false],
    ['after ten times as long as it took', { newerJudgments: 1, tookMs: 20_000 }, 200, true],
  ])('%s', (_name, change, seconds, isDue) => {
    expect(isReportDue({ ...kept, ...change }, new Date(computedAt.getTime() + seconds * 1_000))).toBe(isDue);
  });
});

test('figures of nothing say so and do not fail', () => {
  const figures = computeFigures(votesOf([]));
  expect(figures.criteria.map(({ alpha }) => alpha.reason)).toEqual([
    'no_pairable_units',
    'no_pairable_units',
  ]);
  expect(figures.weakest).toEqual({ criterion: null, person: null, slice: null });
  expect(figures.matrix).toEqual({ annotatorIds: [], cells: [], leftOut: 0 });
});
