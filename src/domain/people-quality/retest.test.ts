import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { PeopleVoteCollector } from './collect-people-votes.ts';
import type { Figure } from './figure.ts';
import { computePeople } from './people-report.ts';
import { compareTwice, leastFlips, retestOf, type SecondLook, type SeenTwice } from './retest.ts';
import { overall, preferring, rubricWith } from './seen-work.fixture.ts';

const responseIds = ['r1', 'r2'];
const twice = (first: Answers, second: Answers): SeenTwice => ({
  ...{ annotatorId: 'ana', responseIds },
  first: { rubricVersion: 1, shownOrder: [0, 1], answers: first },
  second: { rubricVersion: 1, shownOrder: [1, 0], answers: second },
});
const none = { kept: 0, toFirst: 0, toLast: 0, tied: 0 };

describe('A second look in reverse order', () => {
  test.each<[string, number, number, Partial<SecondLook>]>([
    ['keeps the verdict where the same response is preferred', -2, -1, { kept: 1 }],
    ['keeps a tie', 0, 0, { kept: 1 }],
    ['flips to the first where each time the one shown first is preferred', -2, 2, { toFirst: 1 }],
    ['flips to the last where each time the one shown last is preferred', 2, -2, { toLast: 1 }],
    ['is tied where a preference became a tie', 2, 0, { tied: 1 }],
    ['is tied where a tie became a preference', 0, -1, { tied: 1 }],
  ])('%s', (_name, before, after, expected) => {
    expect(compareTwice(overall, twice(preferring(before), preferring(after)))).toEqual({
      ...none,
      ...expected,
    });
  });

  test('says nothing where one of the two has no verdict', () => {
    const bothBad: Answers = { ...preferring(0), pair: { overall: { verdict: 'both_bad' } } };
    expect(compareTwice(overall, twice(preferring(1), bothBad))).toBeNull();
  });

  test('of ratings counts every pair of responses, and always adds up to one', () => {
    const rating = {
      ...overall,
      ...{ key: 'quality', target: 'response' as const },
      scale: { kind: 'rating' as const, min: 1, max: 5, anchors: [] },
    };
    const ids = ['r1', 'r2', 'r3', 'r4'];
    const random = seededRandom(3);
    const rated = (): Answers => ({
      ...preferring(0),
      response: { quality: Object.fromEntries(ids.map((id) => [id, 1 + random.below(5)])) },
    });
    for (let round = 0; round < 200; round += 1) {
      const [first, second] = [rated(), rated()];
      const seen = { ...twice(first, second), responseIds: ids };
      const look = compareTwice(rating, {
        ...seen,
        first: { ...seen.first, shownOrder: [2, 0, 3, 1] },
        second: { ...seen.second, shownOrder: [1, 3, 0, 2] },
      });
      const shares = Object.values(look ?? none);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      // Looking a second time before the first changes nothing but the name of the looks.
      const turned = compareTwice(rating, {
        ...seen,
        first: { ...seen.second, shownOrder: [1, 3, 0, 2] },
        second: { ...seen.first, shownOrder: [2, 0, 3, 1] },
      });
      expect(turned).toEqual(look);
    }
  });
});

describe('How steady somebody is', () => {
  const look = (change: Partial<SecondLook>): SecondLook => ({ ...none, ...change });

  test('is not known without second looks', () => {
    expect(retestOf([]).kept.reason).toBe('no_second_looks');
  });

  test('is the share that was kept, with its interval', () => {
    const { kept, flipped, tied, toFirst } = retestOf([
      ...Array.from({ length: 14 }, () => look({ kept: 1 })),
      ...Array.from({ length: 4 }, () => look({ toFirst: 1 })),
      ...Array.from({ length: 2 }, () => look({ tied: 1 })),
    ]);
    expect(kept).toMatchObject({ value: 0.7, n: 20 });
    expect(kept.low).toBeLessThan(0.7);
    expect([flipped.value, tied.value]).toEqual([0.2, 0.1]);
    // Four flips are too few to say which way they go.
    expect(toFirst).toMatchObject({ reason: 'too_few', n: 4, needed: leastFlips });
  });

  test('is told apart from the pull of a place: the careless flip either way, the drawn one way', () => {
    const random = seededRandom(11).next;
    const person = (toFirst: number) =>
      retestOf(
        Array.from({ length: 200 }, () =>
          random() < 0.6 ? look({ kept: 1 }) : look(random() < toFirst ? { toFirst: 1 } : { toLast: 1 }),
        ),
      ).toFirst;
    const people = Array.from({ length: 300 }, () => ({ careless: person(0.5), drawn: person(0.95) }));
    const isFar = ({ low, high }: Figure) => (low ?? 0) > 0.5 || (high ?? 1) < 0.5;
    expect(people.filter(({ careless }) => isFar(careless)).length).toBeLessThan(0.08 * people.length);
    expect(people.filter(({ drawn }) => isFar(drawn))).toHaveLength(people.length);
  });
});

test('second looks show in the report and are nobody’s votes', () => {
  const collector = new PeopleVoteCollector(new Map([[1, rubricWith(overall)]]), 'overall');
  for (let round = 0; round < 20; round += 1) {
    collector.addRepeat(twice(preferring(-1), preferring(round < 8 ? 1 : -1)));
    collector.addRepeat({ ...twice(preferring(-1), preferring(-1)), annotatorId: 'ben' });
  }
  const { summaries, reports } = computePeople(collector.votes);
  const ana = reports.find(({ annotatorId }) => annotatorId === 'ana');
  expect(ana?.consistency.retest).toMatchObject({
    kept: { value: 0.6, n: 20 },
    flipped: { value: 0.4 },
    toFirst: { value: 1, n: 8 },
  });
  expect(ana?.agreement.value).toBeNull();
  expect(ana?.judgments).toBe(0);
  expect(
    summaries.map(({ annotatorId, attention }) => [annotatorId, attention.map(({ kind }) => kind)]),
  ).toEqual([
    ['ana', ['unsteady', 'place']],
    ['ben', []],
  ]);
});
