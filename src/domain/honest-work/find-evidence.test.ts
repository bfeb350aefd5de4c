import { describe, expect, test } from 'vitest';
import { type SeenPair, type SeenVote, votesOf } from '#domain/people-quality/seen-work.fixture.ts';
import { type Random, seededRandom } from '#stats/random/seeded-random.ts';
import type { EvidenceKind } from './evidence.ts';
import { findEvidence } from './find-evidence.ts';
import { ReasonGroups } from './reason-groups.ts';

const plain = ['ana', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus'];
type Habit = (at: { place: number; isSwapped: boolean; truth: number; random: Random }) => Partial<SeenVote>;

const words = 'river stone window garden paper silver morning engine letter music winter bridge'.split(' ');
const someWords = (random: Random) =>
  Array.from({ length: 14 }, () => words[random.below(words.length)]).join(' ');

/** Seven people who see the truth with ordinary mistakes, write reasons of their own and take a minute; and one more. */
function crowdWith(habits: Readonly<Record<string, Habit>>, count = 80, seed = 4) {
  const random = seededRandom(seed);
  const pairs = Array.from({ length: count }, (_, place): SeenPair => {
    const truth = (random.next() < 0.5 ? -1 : 1) * (1 + random.below(3));
    return {
      votes: [...plain, ...Object.keys(habits)].map((by) => {
        const isSwapped = random.next() < 0.5;
        const value = random.next() < 0.75 ? truth : random.below(7) - 3;
        const activeMs = 60_000 * (0.5 + random.next());
        const own = habits[by]?.({ place, isSwapped, truth, random }) ?? {};
        return { by, isSwapped, value, activeMs, reason: someWords(random), ...own };
      }),
    };
  });
  return findEvidence(votesOf(pairs));
}
const kindsOf = (evidence: ReturnType<typeof findEvidence>, by: string) =>
  [...new Set(evidence.filter(({ annotatorId }) => annotatorId === by).map(({ kind }) => kind))].sort();
/** The value for which the response shown first, or second, is preferred. */
const firstShown = (isSwapped: boolean, isFirst = true) => (isSwapped === isFirst ? 2 : -2);

describe('evidence is found', () => {
  const cases: [string, Habit, EvidenceKind[]][] = [
    ['of tasks done in two seconds', () => ({ activeMs: 2_000 }), ['quick']],
    [
      'of always the first place, whatever the order',
      ({ isSwapped }) => ({ value: firstShown(isSwapped) }),
      ['like_chance', 'same_answer', 'same_side'],
    ],
    [
      'of always the second place, with strengths that vary',
      ({ isSwapped, random }) => ({
        value: (firstShown(isSwapped, false) / 2) * (1 + random.below(3)),
      }),
      ['like_chance', 'same_side'],
    ],
    [
      'of two places by turns',
      ({ isSwapped, place, random }) => ({
        value: (firstShown(isSwapped, place % 2 === 0) / 2) * (1 + random.below(3)),
      }),
      ['like_chance', 'repeating'],
    ],
    ['of nothing but ties', () => ({ value: 0 }), ['like_chance', 'same_answer']],
    [
      'of answers by chance',
      ({ random }) => ({ value: (random.next() < 0.5 ? -1 : 1) * (1 + random.below(3)) }),
      ['like_chance'],
    ],
    [
      'of reasons that repeat, case and a sign aside',
      ({ place }) => ({
        reason: `The answer number ${place % 3} is clearer, shorter and more correct${place % 2 ? '.' : '!'}`,
      }),
      ['own_reasons'],
    ],
  ];
  test.each(cases)('%s', (_name, habit, kinds) => {
    const evidence = crowdWith({ odd: habit });
    expect(kindsOf(evidence, 'odd')).toEqual(kinds);
    expect(evidence.filter(({ annotatorId }) => annotatorId !== 'odd')).toEqual([]);
  });

  test('of two who share mistakes, on both pages, with the items first on which they stood alone', () => {
    const shared = seededRandom(9);
    const copied: number[] = [];
    const copy: Habit = ({ place, truth }) => {
      copied[place] ??= shared.next() < 0.6 ? truth : shared.below(7) - 3;
      return { value: copied[place] ?? 0 };
    };
    const evidence = crowdWith({ hal: copy, ida: copy });
    expect(evidence.map(({ annotatorId, otherId, kind }) => [annotatorId, otherId, kind])).toEqual([
      ['hal', 'ida', 'alike'],
      ['ida', 'hal', 'alike'],
    ]);
    expect(evidence[0]).toMatchObject({ count: 80, of: 80, value: 1, base: { n: 35 } });
    expect(evidence[0]?.expected).toBeLessThan(0.8);
    expect(evidence[0]?.itemIds).toHaveLength(12);
  });

  test('of reasons that two share and nobody else has', () => {
    const reason: Habit = ({ place }) => ({
      reason: `On task ${place} the left one keeps to what was asked and says why at ${place}`,
    });
    const evidence = crowdWith({ hal: reason, ida: reason });
    expect(kindsOf(evidence, 'hal')).toContain('shared_reasons');
    expect(evidence.find(({ kind }) => kind === 'shared_reasons')).toMatchObject({ otherId: 'ida', of: 80 });
  });
});

describe('evidence says', () => {
  const [quick] = crowdWith({ odd: ({ place }) => (place < 70 ? { activeMs: 2_000 } : {}) });

  test('what was seen of how much, the base rate, the test and the items behind it', () => {
    expect(quick).toMatchObject({ kind: 'quick', annotatorId: 'odd', of: 80, value: 2_000, base: { n: 7 } });
    expect(quick?.count).toBeGreaterThanOrEqual(70);
    expect(quick?.base.lowTenth).toBeGreaterThan(30_000);
    expect(quick?.base.median).toBeLessThan(90_000);
    expect(quick?.adjusted).toBeGreaterThanOrEqual(quick?.pValue ?? 1);
    expect(quick?.itemIds.every((id) => id.startsWith('item-'))).toBe(true);
  });
});

describe('there is no evidence', () => {
  test('on anybody in an ordinary crowd, whatever the seed', () => {
    for (let seed = 1; seed <= 25; seed++) expect(crowdWith({}, 60, seed)).toEqual([]);
  });

  test('on less than thirty tasks, or against fewer than four others', () => {
    const quick: Habit = () => ({ activeMs: 1_000 });
    expect(crowdWith({ odd: quick }, 29)).toEqual([]);
    const few = Array.from({ length: 80 }, () => ({
      votes: ['ana', 'ben', 'cleo', 'odd'].map((by) => ({
        ...{ by, value: -1, activeMs: by === 'odd' ? 1_000 : 60_000 },
      })),
    }));
    expect(findEvidence(votesOf(few))).toEqual([]);
  });

  test('where everybody says one and the same, and where nobody judged', () => {
    const same = Array.from({ length: 80 }, (_, place) => ({
      votes: plain.map((by) => ({ by, value: -1, isSwapped: (place + by.length) % 2 === 0 })),
    }));
    expect(findEvidence(votesOf(same))).toEqual([]);
    expect(findEvidence(votesOf([]))).toEqual([]);
  });

  test('of haste in somebody whose texts are short', () => {
    const random = seededRandom(2);
    const pairs = Array.from({ length: 160 }, (_, place): SeenPair => {
      const isShort = place % 2 === 0;
      const texts = ['a', 'b'].map((id) => `${id} ${place} `.padEnd(isShort ? 100 : 4_000, 'word '));
      return {
        texts: [texts[0] ?? '', texts[1] ?? ''],
        votes: [...plain, ...(isShort ? ['short'] : [])].map((by) => ({
          by,
          value: random.below(7) - 3,
          activeMs: (isShort ? 4_000 : 90_000) * (0.7 + 0.6 * random.next()),
        })),
      };
    });
    expect(kindsOf(findEvidence(votesOf(pairs)), 'short')).not.toContain('quick');
  });
});

describe('near doubles of reasons', () => {
  const reason = 'The second answer is wrong about the year and does not say where it has that from';
  test.each([
    ['case and signs', `${reason.toUpperCase()}!!`, true],
    ['a word at the end', `${reason} really`, true],
    [
      'other words',
      'It keeps to the instructions where the other one wanders off into a story of its own',
      false,
    ],
  ])('%s', (_name, other, isSame) => {
    const groups = new ReasonGroups();
    expect(groups.groupOf(reason) === groups.groupOf(other)).toBe(isSame);
  });

  test('short reasons are not compared', () => {
    expect(new ReasonGroups().groupOf('A is better')).toBeNull();
  });
});
