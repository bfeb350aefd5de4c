import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { checkGold } from './check-gold.ts';
import { changeCriterion, goldResponses, goldRubric, nothing } from './gold.fixture.ts';
import type { Tolerance } from './gold.ts';

const prefers = (responseId: string, strength: number): Partial<Answers> => ({
  pair: { better: { verdict: 'prefers', responseId, strength } },
});
const verdict = (kind: 'tie' | 'both_bad'): Partial<Answers> => ({ pair: { better: { verdict: kind } } });
const ranked = (...groups: string[][]): Partial<Answers> => ({
  ranking: { order: { verdict: 'ranked', groups } },
});
const rated = (value: number | null): Partial<Answers> => ({ response: { quality: { r1: value } } });
const task = (key: string, value: Answers['task'][string]): Partial<Answers> => ({ task: { [key]: value } });
const step = (value: string): Partial<Answers> => ({ step: { steps: { 'r1.s1': value } } });

interface Check {
  readonly expected: Partial<Answers>;
  readonly given: Partial<Answers>;
  readonly tolerances?: Record<string, Tolerance>;
  readonly seen?: typeof goldRubric;
}

const check = ({ expected, given, tolerances = {}, seen = goldRubric }: Check) =>
  checkGold(
    { answers: { ...nothing, ...given }, rubric: seen, responseIds: goldResponses },
    { answers: { ...nothing, ...expected }, tolerances, rubric: goldRubric },
  );

const within = (key: string, distance: number) => ({ [key]: { kind: 'within', distance } as const });
const pairs = (distance: number) => ({ order: { kind: 'pairs', distance } as const });

describe('An answer passes or fails', () => {
  test.each<[string, Check, boolean]>([
    ['the same side', { expected: prefers('r1', 3), given: prefers('r1', 1) }, true],
    ['the other side', { expected: prefers('r1', 1), given: prefers('r2', 1) }, false],
    ['a tie instead of a side', { expected: prefers('r1', 1), given: verdict('tie') }, false],
    ['a tie where a tie is expected', { expected: verdict('tie'), given: verdict('tie') }, true],
    [
      'a tie one step from the weakest side',
      { expected: prefers('r1', 1), given: verdict('tie'), tolerances: within('better', 1) },
      true,
    ],
    [
      'the right side two steps too weak',
      { expected: prefers('r1', 3), given: prefers('r1', 1), tolerances: within('better', 1) },
      false,
    ],
    ['“both bad” instead of a tie', { expected: verdict('tie'), given: verdict('both_bad') }, false],
    ['“both bad” where it is expected', { expected: verdict('both_bad'), given: verdict('both_bad') }, true],
    ['a rating one off without tolerance', { expected: rated(4), given: rated(5) }, false],
    [
      'a rating one off within one',
      { expected: rated(4), given: rated(5), tolerances: within('quality', 1) },
      true,
    ],
    [
      'a rating two off within one',
      { expected: rated(4), given: rated(2), tolerances: within('quality', 1) },
      false,
    ],
    ['“not applicable” instead of a rating', { expected: rated(4), given: rated(null) }, false],
    ['“not applicable” where it is expected', { expected: rated(null), given: rated(null) }, true],
    [
      'a slider that is 0.1 off within 0.1',
      { expected: task('share', 0.2), given: task('share', 0.3), tolerances: within('share', 0.1) },
      true,
    ],
    ['the same choice', { expected: task('topic', 'law'), given: task('topic', 'law') }, true],
    ['another choice', { expected: task('topic', 'law'), given: task('topic', 'code') }, false],
    [
      'the same choices in another order',
      { expected: task('faults', ['a', 'b']), given: task('faults', ['b', 'a']) },
      true,
    ],
    ['one choice too few', { expected: task('faults', ['a', 'b']), given: task('faults', ['a']) }, false],
    [
      'one choice too few where one is enough',
      {
        expected: task('faults', ['a', 'b']),
        given: task('faults', ['a']),
        tolerances: { faults: { kind: 'overlap' } },
      },
      true,
    ],
    [
      'something where nothing is expected and one is enough',
      {
        expected: task('faults', []),
        given: task('faults', ['a']),
        tolerances: { faults: { kind: 'overlap' } },
      },
      false,
    ],
    [
      'the right best, the rest turned',
      { expected: ranked(['r1'], ['r2'], ['r3']), given: ranked(['r1'], ['r3'], ['r2']) },
      true,
    ],
    [
      'another best',
      { expected: ranked(['r1'], ['r2'], ['r3']), given: ranked(['r2'], ['r1'], ['r3']) },
      false,
    ],
    [
      'a best that is tied',
      { expected: ranked(['r1'], ['r2'], ['r3']), given: ranked(['r1', 'r2'], ['r3']) },
      false,
    ],
    [
      'one pair turned within one',
      {
        expected: ranked(['r1'], ['r2'], ['r3']),
        given: ranked(['r2'], ['r1'], ['r3']),
        tolerances: pairs(1),
      },
      true,
    ],
    [
      'all pairs turned within two',
      {
        expected: ranked(['r1'], ['r2'], ['r3']),
        given: ranked(['r3'], ['r2'], ['r1']),
        tolerances: pairs(2),
      },
      false,
    ],
    ['a step label', { expected: step('bad'), given: step('bad') }, true],
    ['another step label', { expected: step('bad'), given: step('good') }, false],
  ])('%s: %#', (_name, each, passed) => {
    expect(check(each).passed).toBe(passed);
  });
});

describe('An answer cannot be compared', () => {
  test.each<[string, Check, string]>([
    [
      'where the person saw a rating from 1 to 7 and the gold one from 1 to 5',
      {
        expected: rated(4),
        given: rated(4),
        seen: changeCriterion('quality', { scale: { kind: 'rating', min: 1, max: 7, anchors: [] } }),
      },
      'scale_changed',
    ],
    [
      'where the criterion was not there',
      { expected: rated(4), given: nothing, seen: changeCriterion('quality', null) },
      'criterion_gone',
    ],
    ['where the question was left empty', { expected: rated(4), given: nothing }, 'not_answered'],
    [
      'where an earlier answer took the question away',
      { expected: task('why_law', 2), given: task('topic', 'code') },
      'not_asked',
    ],
    [
      'where the person says that the rubric does not settle it',
      { expected: rated(4), given: { ...rated(1), unsettled: { quality: { section: '', note: '' } } } },
      'unsettled',
    ],
  ])('%s', (_name, each, reason) => {
    const { outcomes, passed } = check(each);
    expect(passed).toBeNull();
    expect(outcomes).toEqual([expect.objectContaining({ outcome: 'not_comparable', reason })]);
  });

  test('but the other criteria still decide', () => {
    const { outcomes, passed } = check({
      expected: { ...rated(4), ...task('topic', 'law') },
      given: { ...rated(4), ...task('topic', 'code') },
      seen: changeCriterion('quality', null),
    });
    expect(passed).toBe(false);
    expect(outcomes.map(({ criterionKey, outcome }) => [criterionKey, outcome])).toEqual([
      ['quality', 'not_comparable'],
      ['topic', 'failed'],
    ]);
  });
});

test('new words for the same scale change nothing', () => {
  const seen = changeCriterion('quality', {
    label: 'How good?',
    scale: { kind: 'rating', min: 1, max: 5, anchors: [{ value: 1, label: 'poor' }] },
  });
  expect(check({ expected: rated(4), given: rated(4), seen }).passed).toBe(true);
});

test('what the gold does not expect is not checked', () => {
  expect(
    check({ expected: rated(4), given: { ...rated(4), ...task('topic', 'code') } }).outcomes,
  ).toHaveLength(1);
});
