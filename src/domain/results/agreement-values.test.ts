import { describe, expect, test } from 'vitest';
import type { Answers, PreferenceAnswer } from '#domain/judging/answers.ts';
import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { ChoiceScale } from '#domain/rubrics/scale.ts';
import type { AgreementJudgment, AgreementValues } from './agreement-values.ts';
import { listAgreementValues, signedPreference, unitOf } from './agreement-values.ts';

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

  test('asks of each option of several whether it was chosen', () => {
    const several: Criterion = {
      ...topic,
      scale: { ...(topic.scale as ChoiceScale), kind: 'choices', atLeast: 0, atMost: 2 },
    };
    const values = valuesOf(
      several,
      { task: { topic: ['law'] } },
      { task: { topic: [] } },
      { task: { topic: null } },
    );
    expect(values).toMatchObject({
      metric: 'nominal',
      unitIds: ['i1/code', 'i1/law', 'i1/code', 'i1/law'],
      annotatorIds: ['a1', 'a1', 'a2', 'a2'],
      values: [0, 1, 0, 0],
    });
    expect(unitOf(several)).toBe('option');
  });

  test.each<[string, Criterion['scale']]>([
    ['typed', { kind: 'number', min: 0, max: 10, decimals: 1, unit: '' }],
    ['set on a line', { kind: 'slider', min: 0, max: 10, step: 1, lowLabel: '', highLabel: '' }],
  ])('takes numbers that are %s by their distance', (_, scale) => {
    expect(valuesOf({ ...topic, scale }, { task: { topic: 7 } })).toMatchObject({
      metric: 'interval',
      unitIds: ['i1'],
      values: [7],
    });
  });

  test('takes a ranking as pairs, and labels of steps in their order', () => {
    const ranking: Criterion = {
      ...topic,
      target: 'ranking',
      scale: { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true },
    };
    const ranked = { verdict: 'ranked', groups: [['r2'], ['r1']] } as const;
    expect(valuesOf(ranking, { ranking: { topic: ranked } })).toMatchObject({
      unitIds: ['i1/r1-r2'],
      values: [1],
    });
    const steps: Criterion = {
      ...topic,
      target: 'step',
      scale: { kind: 'step_label', neutral: true, stopAtFirstError: true },
    };
    expect(valuesOf(steps, { step: { topic: { 'r1.s1': 'good', 'r1.s2': 'bad' } } })).toMatchObject({
      unitIds: ['i1/r1.s1', 'i1/r1.s2'],
      values: [2, 0],
    });
  });

  test('takes each place of a dialogue as a unit of its own, and replies as names', () => {
    const way: Criterion = { ...topic, scale: { kind: 'continuation', mayStop: true } };
    const path = [
      { at: null, chosen: 'd12' },
      { at: 'd13', chosen: null },
    ];
    const aside = [{ at: 'd2', chosen: 'd3' }];
    expect(valuesOf(way, { continuation: { topic: { path, aside } } })).toMatchObject({
      metric: 'nominal',
      unitIds: ['i1/start', 'i1/d13'],
      values: [12, 0],
    });
    expect(unitOf(way)).toBe('turn');
  });

  test.each<[string, Partial<Answers>]>([
    ['what the rubric does not settle', { unsettled: { overall: { section: '', note: '' } } }],
    ['nothing', {}],
  ])('never counts %s as a tie', (_, given) => {
    expect(valuesOf(overall, given)?.values).toEqual([]);
  });

  test('does not take an inherited property for an answer', () => {
    expect(valuesOf({ ...clarity, key: 'constructor' }, {})?.values).toEqual([]);
  });
});
