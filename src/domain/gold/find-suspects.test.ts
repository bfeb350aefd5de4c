import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { findSuspects, type GoldResult } from './find-suspects.ts';
import { summarisePeople } from './person-accuracy.ts';

const golds = (count: number) => Array.from({ length: count }, (_, index) => `gold ${index}`);
const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`);

/** Everybody answers every gold; `passes` says whether rightly. */
const answered = (
  who: readonly string[],
  what: readonly string[],
  passes: (personId: string, goldId: string) => boolean,
): GoldResult[] =>
  who.flatMap((personId) => what.map((goldId) => ({ personId, goldId, passed: passes(personId, goldId) })));

describe('Gold is put under suspicion', () => {
  test('where good annotators fail it alone', () => {
    const results = answered(people(4), golds(12), (_person, gold) => gold !== 'gold 3');
    expect([...findSuspects(results).keys()]).toEqual(['gold 3']);
    expect(findSuspects(results).get('gold 3')).toMatchObject({ goodPeople: 4, failed: 4 });
  });

  test('not where only bad annotators fail it', () => {
    const isBad = (person: string) => ['person 0', 'person 1', 'person 2'].includes(person);
    const results = answered(people(6), golds(12), (person, gold) => !isBad(person) || gold === 'gold 0');
    expect(findSuspects(results).size).toBe(0);
  });

  test('not again on answers that were given before a lead confirmed it', () => {
    const results = answered(people(4), golds(12), (_person, gold) => gold !== 'gold 3');
    const settled = results.map((result) => ({ ...result, isSettled: result.goldId === 'gold 3' }));
    expect(findSuspects(settled).size).toBe(0);
    expect(
      findSuspects([...settled, ...answered(['person 9'], golds(12), (_, gold) => gold !== 'gold 3')]).size,
    ).toBe(0);
  });

  test('not on the word of one annotator, nor of two', () => {
    for (const count of [1, 2])
      expect(findSuspects(answered(people(count), golds(20), (_, gold) => gold !== 'gold 3')).size).toBe(0);
  });

  test('not while people have answered little other gold', () => {
    expect(findSuspects(answered(people(9), golds(5), (_, gold) => gold !== 'gold 3')).size).toBe(0);
    expect(findSuspects(answered(people(9), golds(6), (_, gold) => gold !== 'gold 3')).size).toBe(1);
  });

  test('hardly ever where everybody errs now and then and all gold is right', () => {
    const random = seededRandom(41).next;
    let suspects = 0;
    for (let run = 0; run < 40; run += 1)
      suspects += findSuspects(answered(people(8), golds(20), () => random() > 0.15)).size;
    // 800 gold items; the rule allows one in a hundred.
    expect(suspects).toBeLessThanOrEqual(8);
  });

  test('mostly where a gold is wrong and everybody errs now and then', () => {
    const random = seededRandom(7).next;
    let found = 0;
    for (let run = 0; run < 100; run += 1) {
      const passes = (_person: string, gold: string) =>
        gold === 'gold 0' ? random() < 0.15 : random() > 0.15;
      if (findSuspects(answered(people(8), golds(20), passes)).has('gold 0')) found += 1;
    }
    expect(found).toBeGreaterThan(80);
  });
});

describe('A person on gold', () => {
  const result = { personId: 'a', purpose: 'test', passed: true, counts: true, concepts: ['tone'] } as const;

  test('has an interval over what counts', () => {
    const [person] = summarisePeople([
      result,
      { ...result, passed: false, concepts: ['tone', 'length'] },
      { ...result, passed: false, counts: false },
      { ...result, passed: null },
      { ...result, purpose: 'training', passed: false },
    ]);
    expect(person?.test).toMatchObject({ passed: 1, trials: 2, share: 0.5 });
    expect(person?.test.low).toBeCloseTo(0.0945, 3);
    expect(person?.training).toMatchObject({ passed: 0, trials: 1 });
    expect(person?.notCounted).toBe(2);
    expect(person?.concepts.map(({ concept, accuracy }) => [concept, accuracy.trials])).toEqual([
      ['length', 1],
      ['tone', 2],
    ]);
  });

  test('who answered nothing that counts has no share', () => {
    const [person] = summarisePeople([{ ...result, counts: false }]);
    expect(person?.test).toEqual({ passed: 0, trials: 0, share: null, low: null, high: null });
  });
});
