import { describe, expect, test } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Answers } from './answers.ts';
import { emptyAnswers } from './answers.ts';
import { checkAnswers } from './check-answers.ts';
import { fullAnswers, fullRubric } from './judging-rubric.fixture.ts';

const responseIds = ['r1', 'r2'];

function pathsOf(
  change: object,
  { rubric = fullRubric, purpose = 'submission' as 'draft' | 'submission' } = {},
) {
  const answers = { ...fullAnswers, ...change } as Answers;
  return checkAnswers({ rubric, responseIds, answers, purpose }).map((place) => place.path);
}

const strict: Rubric = {
  ...fullRubric,
  criteria: fullRubric.criteria.map((criterion) =>
    criterion.scale.kind === 'preference'
      ? { ...criterion, scale: { ...criterion.scale, tie: false, bothBad: false } }
      : criterion,
  ),
};
const asksLittle: Rubric = {
  ...fullRubric,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};
const overall = (answer: object) => ({ pair: { overall: answer } });

describe('checkAnswers', () => {
  test('accepts complete answers', () => {
    expect(pathsOf({})).toEqual([]);
  });

  test.each([
    ['a tie', overall({ verdict: 'tie' })],
    ['both bad', overall({ verdict: 'both_bad' })],
    ['the weakest strength', overall({ verdict: 'prefers', responseId: 'r2', strength: 1 })],
    ['a justification of exactly the shortest length', { justification: 'abcde' }],
    ['20,000 emojis', { justification: '😀'.repeat(20_000) }],
  ])('accepts %s', (_name, change) => {
    expect(pathsOf(change)).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'a strength of 0',
      overall({ verdict: 'prefers', responseId: 'r1', strength: 0 }),
      'answers.pair.overall',
    ],
    [
      'a strength beyond the scale',
      overall({ verdict: 'prefers', responseId: 'r1', strength: 4 }),
      'answers.pair.overall',
    ],
    [
      'half a strength',
      overall({ verdict: 'prefers', responseId: 'r1', strength: 1.5 }),
      'answers.pair.overall',
    ],
    [
      'an unknown response',
      overall({ verdict: 'prefers', responseId: 'r3', strength: 1 }),
      'answers.pair.overall',
    ],
    ['an unknown verdict', overall({ verdict: 'maybe' }), 'answers.pair.overall'],
    ['a rating below the scale', { response: { helpful: { r1: -1, r2: 0 } } }, 'answers.response.helpful.r1'],
    ['a rating above the scale', { response: { helpful: { r1: 0, r2: 5 } } }, 'answers.response.helpful.r2'],
    [
      'a rating that is not a number',
      { response: { helpful: { r1: '3', r2: 0 } } },
      'answers.response.helpful.r1',
    ],
    [
      'a rating that is no number at all',
      { response: { helpful: { r1: Number.NaN, r2: 0 } } },
      'answers.response.helpful.r1',
    ],
    ['an unknown option', { task: { topic: 'art' } }, 'answers.task.topic'],
    ['an option by number', { task: { topic: 0 } }, 'answers.task.topic'],
    ['a NUL', { justification: 'abcdef\u0000' }, 'answers.justification'],
    ['a lone surrogate', { justification: 'abcdef\ud800' }, 'answers.justification'],
    ['a justification that is too long', { justification: 'x'.repeat(20_001) }, 'answers.justification'],
    ['an unknown confidence', { confidence: 4 }, 'answers.confidence'],
  ])('refuses %s, also in a draft', (_name, change, path) => {
    expect(pathsOf(change)).toEqual([path]);
    expect(pathsOf(change, { purpose: 'draft' })).toEqual([path]);
  });

  test.each<[string, object, string]>([
    ['of the pair', { pair: { ...fullAnswers.pair, other: { verdict: 'tie' } } }, 'answers.pair.other'],
    ['of a response', { response: { ...fullAnswers.response, topic: { r1: 1 } } }, 'answers.response.topic'],
    ['of the task', { task: { ...fullAnswers.task, constructor: 1 } }, 'answers.task.constructor'],
  ])('refuses an unknown criterion %s', (_name, change, path) => {
    expect(pathsOf(change)).toEqual([path]);
  });

  test('refuses a rating of a response that the item does not have', () => {
    expect(pathsOf({ response: { helpful: { r1: 1, r2: 1, r3: 1 } } })).toEqual([
      'answers.response.helpful.r3',
    ]);
  });

  test.each([['tie'], ['both_bad']])('refuses %s where the scale has none', (verdict) => {
    expect(pathsOf(overall({ verdict }), { rubric: strict })).toEqual(['answers.pair.overall']);
  });

  test('refuses a justification and a confidence that were not asked for', () => {
    expect(pathsOf({}, { rubric: asksLittle })).toEqual(['answers.justification', 'answers.confidence']);
  });

  test.each<[string, object, string[]]>([
    ['a preference', { pair: {} }, ['answers.pair.overall']],
    ['one rating of two', { response: { helpful: { r1: 2 } } }, ['answers.response.helpful.r2']],
    ['a choice', { task: {} }, ['answers.task.topic']],
    ['a long enough justification', { justification: 'abcd' }, ['answers.justification']],
    ['a justification of more than spaces', { justification: ' '.repeat(9) }, ['answers.justification']],
    ['confidence', { confidence: undefined }, ['answers.confidence']],
  ])('asks for %s on submission only', (_name, change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
    expect(pathsOf(change, { purpose: 'draft' })).toEqual([]);
  });

  test('accepts an empty draft', () => {
    expect(
      checkAnswers({ rubric: fullRubric, responseIds, answers: emptyAnswers, purpose: 'draft' }),
    ).toEqual([]);
  });
});
