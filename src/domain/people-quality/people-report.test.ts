import { describe, expect, test } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type BiasKind, leastChoices } from './biases.ts';
import type { FigureGap } from './figure.ts';
import { computePeople, type PeopleFigures } from './people-report.ts';
import { overall, rubricWith, type SeenPair, votesOf } from './seen-work.fixture.ts';

const reportOf = (figures: PeopleFigures, by: string) => {
  const report = figures.reports.find(({ annotatorId }) => annotatorId === by);
  if (report === undefined) throw new Error(`there is no report on ${by}`);
  return report;
};
const biasOf = (figures: PeopleFigures, by: string, kind: BiasKind) =>
  reportOf(figures, by).biases.find((bias) => bias.kind === kind);

const long = 'A long answer. '.repeat(40);
const short = 'A short answer.';

interface Habits {
  /** Added to the log-odds of the first shown, and of the one twice as long. */
  readonly first?: number;
  readonly perDoubling?: number;
}

/** People who judge `count` pairs each by chance and habit; r1 is long in every other pair. */
function work(habits: Readonly<Record<string, Habits>>, count: number, seed = 5): SeenPair[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, place) => {
    const isLong = place % 2 === 0;
    const doublings = Math.log2((long.length + 1) / (short.length + 1)) * (isLong ? 1 : -1);
    return {
      texts: isLong ? ([long, `${short} ${place}`] as const) : ([`${short} ${place}`, long] as const),
      votes: Object.entries(habits).map(([by, { first = 0, perDoubling = 0 }]) => {
        const isSwapped = random.next() < 0.5;
        const odds = (isSwapped ? -first : first) + perDoubling * Math.max(-3, Math.min(3, doublings));
        return { by, isSwapped, value: random.next() < 1 / (1 + Math.exp(-odds)) ? -1 : 1 };
      }),
    };
  });
}

describe('what sways people', () => {
  const figures = computePeople(
    votesOf(work({ ana: {}, ben: { first: 1 }, cleo: { perDoubling: 0.6 }, dan: {} }, 400)),
  );

  test('the first shown is found in the one who leans to it, with the right size', () => {
    const bias = biasOf(figures, 'ben', 'first_shown');
    expect(bias?.logOdds.low).toBeGreaterThan(0.5);
    expect(bias?.logOdds.low).toBeLessThan(1);
    expect(bias?.logOdds.high).toBeGreaterThan(1);
    expect(bias?.share.value).toBeCloseTo(1 / (1 + Math.exp(-1)), 1);
    expect(bias?.share.n).toBe(400);
    expect(reportOf(figures, 'ben').notable.map(({ kind }) => kind)).toEqual(['first_shown']);
  });

  test('length is found in the one who likes it, beside a place that does not matter', () => {
    const bias = biasOf(figures, 'cleo', 'longer');
    expect(bias?.logOdds.low).toBeGreaterThan(0.3);
    expect(bias?.logOdds.high).toBeLessThan(0.9);
    const first = biasOf(figures, 'cleo', 'first_shown')?.logOdds;
    expect(first?.low).toBeLessThan(0);
    expect(first?.high).toBeGreaterThan(0);
    expect(reportOf(figures, 'cleo').notable.map(({ kind }) => kind)).toEqual(['longer']);
  });

  test('nothing is notable in those who judge by chance', () => {
    for (const by of ['ana', 'dan']) expect(reportOf(figures, by).notable).toEqual([]);
  });

  test('somebody who always takes the first has a finite figure', () => {
    const pairs = work({ eve: {} }, 60).map(({ votes, ...pair }) => ({
      ...pair,
      votes: votes.map((vote) => ({ ...vote, value: vote.isSwapped ? 2 : -2 })),
    }));
    const bias = biasOf(computePeople(votesOf(pairs)), 'eve', 'first_shown');
    expect(bias?.share).toMatchObject({ value: 1, n: 60 });
    expect(bias?.logOdds.value).toBeGreaterThan(2);
    expect(bias?.logOdds.value).toBeLessThan(20);
    expect(bias?.logOdds.low).toBeGreaterThan(0);
  });

  test('a model that one person prefers beyond what everybody does is named', () => {
    const random = seededRandom(11);
    const pairs: SeenPair[] = Array.from({ length: 400 }, (_, place) => ({
      models: place % 2 === 0 ? (['alpha', 'beta'] as const) : (['beta', 'alpha'] as const),
      votes: ['fay', 'gus', 'ida'].map((by) => {
        const likes = by === 'fay' ? 0.85 : 0.5;
        const takesAlpha = random.next() < likes;
        return { by, isSwapped: random.next() < 0.5, value: takesAlpha === (place % 2 === 0) ? -1 : 1 };
      }),
    }));
    const report = reportOf(computePeople(votesOf(pairs)), 'fay');
    expect(report.notable.map(({ kind, name }) => [kind, name])).toContainEqual(['model', 'alpha']);
    const alpha = report.biases.find(({ name }) => name === 'alpha');
    expect(alpha?.share.value).toBeCloseTo(0.85, 1);
  });
});

describe('agreement with the others', () => {
  test('never counts a person’s own vote, and of two who differ one is as right as the other', () => {
    const pairs = Array.from({ length: 12 }, (_, place) => ({
      votes: [
        { by: 'ana', value: -1 },
        { by: 'ben', value: place < 9 ? -3 : 1 },
        { by: 'cleo', value: -2 },
      ],
    }));
    const figures = computePeople(votesOf(pairs));
    expect(reportOf(figures, 'ben').agreement).toMatchObject({ value: 9 / 12, n: 12 });
    // Of the last three only one of the two others says the same.
    expect(reportOf(figures, 'ana').agreement.value).toBeCloseTo((9 + 3 * 0.5) / 12, 12);
    expect(figures.summaries.map(({ annotatorId }) => annotatorId)[0]).toBe('ben');
  });

  test('that is settled leaves out what can still be amended', () => {
    const pairs = Array.from({ length: 20 }, (_, place) => ({
      votes: [
        { by: 'ana', value: -1, isSettled: place < 15 },
        { by: 'ben', value: place < 15 ? -1 : 1 },
      ],
    }));
    const report = reportOf(computePeople(votesOf(pairs)), 'ana');
    expect(report.settledAgreement).toMatchObject({ value: 1, n: 15 });
    expect(report.agreement).toMatchObject({ value: 0.75, n: 20 });
  });

  test('is worth a look where it surely lies below the others’', () => {
    const random = seededRandom(3);
    const pairs = Array.from({ length: 200 }, (_, place) => ({
      votes: ['ana', 'ben', 'cleo', 'odd'].map((by) => ({
        by,
        isSwapped: place % 2 === 1,
        value: by === 'odd' ? (random.next() < 0.5 ? -1 : 1) : -1,
      })),
    }));
    const [weakest, ...others] = computePeople(votesOf(pairs)).summaries;
    expect(weakest?.annotatorId).toBe('odd');
    expect(weakest?.attention.map(({ kind }) => kind)).toContain('agreement');
    expect(others.flatMap(({ attention }) => attention)).toEqual([]);
    expect(weakest?.reliability.high).toBeLessThan(0.65);
    expect(others[0]?.reliability.low).toBeGreaterThan(0.9);
  });
});

describe('where something cannot be computed', () => {
  const everyone = (count: number, ...people: readonly string[]): SeenPair[] =>
    Array.from({ length: count }, () => ({ votes: people.map((by) => ({ by, value: -1 })) }));
  const cases: [string, SeenPair[], { agreement: FigureGap | null; reliability: FigureGap | null }][] = [
    ['one person', everyone(30, 'ana'), { agreement: 'one_person', reliability: 'one_person' }],
    [
      'no overlap',
      [...everyone(30, 'ana'), ...everyone(30, 'ben')],
      { agreement: 'no_overlap', reliability: 'no_overlap' },
    ],
    ['one category', everyone(30, 'ana', 'ben'), { agreement: null, reliability: 'no_variation' }],
    [
      'all ties',
      everyone(30, 'ana', 'ben').map(({ votes }) => ({
        votes: votes.map((vote) => ({ ...vote, value: 0 })),
      })),
      { agreement: null, reliability: 'all_ties' },
    ],
    [
      'one item',
      [
        {
          votes: [
            { by: 'ana', value: 1 },
            { by: 'ben', value: -1 },
          ],
        },
      ],
      { agreement: null, reliability: 'too_few' },
    ],
  ];
  test.each(cases)('%s is told as the reason', (_name, pairs, { agreement, reliability }) => {
    const report = reportOf(computePeople(votesOf(pairs)), 'ana');
    expect([report.agreement.reason, report.reliability.reason]).toEqual([agreement, reliability]);
    expect(report.consistency.again.reason).toBe('no_repeats');
    expect(report.consistency.inOrder.reason).toBe('no_triples');
  });

  test('all ties and too few choices tell nothing of what sways somebody', () => {
    const ties = computePeople(
      votesOf(everyone(30, 'ana').map(() => ({ votes: [{ by: 'ana', value: 0 }] }))),
    );
    expect(biasOf(ties, 'ana', 'first_shown')?.logOdds).toMatchObject({ reason: 'all_ties', n: 30 });
    const few = computePeople(votesOf(everyone(leastChoices - 1, 'ana')));
    expect(biasOf(few, 'ana', 'first_shown')?.logOdds).toMatchObject({
      reason: 'too_few',
      n: leastChoices - 1,
      needed: leastChoices,
    });
  });

  test('answers on a scale that the newest rubric no longer has are counted and left out', () => {
    const scale = { kind: 'preference', steps: 1, tie: true, bothBad: true, anchors: [] } as const;
    const rubrics = new Map<number, Rubric>([
      [1, rubricWith({ ...overall, scale })],
      [2, rubricWith(overall)],
    ]);
    const pairs = Array.from({ length: 40 }, (_, place) => ({
      votes: ['ana', 'ben'].map((by) => ({ by, value: -1, rubricVersion: place < 25 ? 1 : 2 })),
    }));
    const report = reportOf(computePeople(votesOf(pairs, rubrics)), 'ana');
    expect(report).toMatchObject({ incomparable: 25, judgments: 40, agreement: { n: 15 } });
    const old = pairs.slice(0, 25);
    expect(reportOf(computePeople(votesOf(old, rubrics)), 'ana').agreement.reason).toBe('other_scale');
  });

  test('nobody at all makes an empty report', () => {
    expect(computePeople(votesOf([]))).toMatchObject({ summaries: [], reports: [], all: { people: 0 } });
  });

  test('a rubric that asks nothing measurable says so', () => {
    const words = { ...overall, target: 'task', scale: { kind: 'text' } } as unknown as typeof overall;
    const report = reportOf(
      computePeople(votesOf(everyone(12, 'ana', 'ben'), new Map([[1, rubricWith(words)]]))),
      'ana',
    );
    expect(report.agreement.reason).toBe('nothing_measured');
    expect(report.biases[0]?.logOdds.reason).toBe('no_choices');
    expect(report.speed).toMatchObject({ medianMs: 20_000, n: 12 });
  });
});

describe('somebody against themselves', () => {
  const texts = { a: 'Text a.', b: 'Text b, longer.', c: 'Text c, longest of all.' };
  const pair = (r1: keyof typeof texts, r2: keyof typeof texts, value: number, isSwapped = false) => ({
    promptGroup: 'one prompt',
    texts: [texts[r1], texts[r2]] as const,
    votes: [{ by: 'ana', value, isSwapped }],
  });
  const consistency = (...pairs: SeenPair[]) => reportOf(computePeople(votesOf(pairs)), 'ana').consistency;

  test('says the same again, whichever way round the two texts stand', () => {
    expect(consistency(pair('a', 'b', -1), pair('b', 'a', 2, true)).again).toMatchObject({ value: 1, n: 1 });
    expect(consistency(pair('a', 'b', -1), pair('b', 'a', -1)).again).toMatchObject({ value: 0, n: 1 });
    expect(consistency(pair('a', 'b', 0), pair('b', 'a', 0)).again).toMatchObject({ value: 1, n: 1 });
  });

  test.each([
    ['in order', [-1, -1, -1], 1],
    ['a circle', [-1, -1, 1], 0],
    ['the circle the other way', [1, 1, -1], 0],
    ['in order the other way', [1, 1, 1], 1],
  ] as const)('three preferences are %s', (_name, [ab, bc, ac], value) => {
    const { inOrder } = consistency(pair('a', 'b', ab), pair('b', 'c', bc), pair('a', 'c', ac));
    expect(inOrder).toMatchObject({ value, n: 1 });
  });

  test('the same text twice and texts of another prompt are not compared', () => {
    const other = { ...pair('a', 'b', 1), promptGroup: 'another prompt' };
    expect(consistency(pair('a', 'b', -1), other, pair('a', 'a', 1), pair('a', 'a', -1)).again.reason).toBe(
      'no_repeats',
    );
  });
});
