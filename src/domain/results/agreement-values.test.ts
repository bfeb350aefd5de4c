import { describe, expect, test } from 'vitest';
import type { Answers, PreferenceAnswer } from '#domain/judging/answers.ts';
import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { AgreementJudgment, AgreementValues } from './agreement-values.ts';
import { listAgreementValues, signedPreference } from './agreement-values.ts';

const overall: Criterion = {
  key: 'overall',
  label: 'Overall',
  help: '',
  target: 'pair',
  scale: { kind: 'preference', steps: 2, tie: true, bothBad: true, anchors: [] },
  required: true,
};
const clarity: Criterion = {
  key: 'clarity',
  label: 'Clarity',
  help: '',
  target: 'response',
  scale: { kind: 'rating', min: 1, max: 3, anchors: [] },
  required: false,
};
const topic: Criterion = {
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
};

function valuesOf(criterion: Criterion, ...answers: Partial<Answers>[]): AgreementValues | undefined {
  const rubric: Rubric = {
    criteria: [criterion],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
  const judgments = answers.map(
    (given, index): AgreementJudgment => ({
      itemId: 'i1',
      annotatorId: `a${index + 1}`,
      responseIds: ['r1', 'r2'],
      answers: { ...emptyAnswers, ...given },
    }),
  );
  return listAgreementValues(rubric, judgments)[0];
}

describe('signedPreference', () => {
  test.each<[string, PreferenceAnswer, number | null]>([
    ['the first response better', { verdict: 'prefers', responseId: 'r1', strength: 2 }, -2],
    ['the second response better', { verdict: 'prefers', responseId: 'r2', strength: 1 }, 1],
    ['a tie', { verdict: 'tie' }, 0],
    ['both bad', { verdict: 'both_bad' }, null],
  ])('gives %s its sign', (_name, answer, expected) => {
    expect(signedPreference(answer, ['r1', 'r2'])).toBe(expected);
  });
});

describe('listAgreementValues', () => {
  test('leaves both bad out of an ordinal scale and counts it', () => {
    const values = valuesOf(
      overall,
      { pair: { overall: { verdict: 'prefers', responseId: 'r1', strength: 2 } } },
      { pair: { overall: { verdict: 'both_bad' } } },
      { pair: { overall: { verdict: 'tie' } } },
      {},
    );
    expect(values).toMatchObject({
      metric: 'ordinal',
      scaleValues: [-2, -1, 0, 1, 2],
      unitIds: ['i1', 'i1'],
      annotatorIds: ['a1', 'a3'],
      values: [-2, 0],
      bothBadCount: 1,
    });
  });

  test('has no 0 on a preference scale without a tie', () => {
    const scale = { ...overall.scale, tie: false } as Criterion['scale'];
    expect(valuesOf({ ...overall, scale })?.scaleValues).toEqual([-2, -1, 1, 2]);
  });

  test('makes every response a unit of its own', () => {
    const values = valuesOf(
      clarity,
      { response: { clarity: { r1: 3, r2: 1 } } },
      { response: { clarity: { r2: 2 } } },
    );
    expect(values).toMatchObject({
      metric: 'ordinal',
      scaleValues: [1, 2, 3],
      unitIds: ['i1/r1', 'i1/r2', 'i1/r2'],
      annotatorIds: ['a1', 'a1', 'a2'],
      values: [3, 1, 2],
    });
  });

  test('numbers the options of a choice and treats them as names', () => {
    const values = valuesOf(
      topic,
      { task: { topic: 'law' } },
      { task: { topic: 'code' } },
      { task: { topic: 'gone' } },
    );
    expect(values).toMatchObject({
      metric: 'nominal',
      scaleValues: [0, 1],
      annotatorIds: ['a1', 'a2'],
      values: [1, 0],
    });
  });

  test('does not take an inherited property for an answer', () => {
    expect(valuesOf({ ...clarity, key: 'constructor' }, {})?.values).toEqual([]);
  });
});
