import { describe, expect, test } from 'vitest';
import type { Condition, ConditionTest } from '#domain/rubrics/condition.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { type Answers, emptyAnswers } from './answers.ts';
import { isAsked } from './is-asked.ts';

const rating: Scale = { kind: 'rating', min: 0, max: 4, anchors: [] };

function criterion(key: string, target: CriterionTarget, scale: Scale, condition?: Condition): Criterion {
  return { key, label: key, help: '', target, scale, required: true, condition };
}
const when = (criterionKey: string, test: ConditionTest): Condition => ({ criterionKey, test });
const rubricOf = (...criteria: Criterion[]): Rubric => ({
  criteria,
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
});

/** Whether the last criterion is asked. */
function asks(criteria: Criterion[], answers: Partial<Answers>, unitId: string | null = null): boolean {
  const last = criteria.at(-1);
  if (last === undefined) throw new Error('a case has criteria');
  return isAsked(last, { rubric: rubricOf(...criteria), answers: { ...emptyAnswers, ...answers }, unitId });
}

const mark = (unitId: string, label: string) => ({
  id: `${unitId}${label}`,
  unitId,
  start: 0,
  end: 1,
  label,
});

describe('a condition on a value', () => {
  const source = criterion('source', 'task', rating);
  test.each<[string, ConditionTest, Partial<Answers>, boolean]>([
    ['answered: with an answer', { kind: 'answered' }, { task: { source: 0 } }, true],
    ['answered: without one', { kind: 'answered' }, {}, false],
    ['answered: not applicable', { kind: 'answered' }, { task: { source: null } }, false],
    ['one of: that value', { kind: 'one_of', values: [1, 2] }, { task: { source: 2 } }, true],
    ['one of: another value', { kind: 'one_of', values: [1, 2] }, { task: { source: 3 } }, false],
    ['one of: the number as text', { kind: 'one_of', values: ['2'] }, { task: { source: 2 } }, false],
    [
      'one of: one of several options',
      { kind: 'one_of', values: ['law'] },
      { task: { source: ['code', 'law'] } },
      true,
    ],
    ['one of: other options', { kind: 'one_of', values: ['law'] }, { task: { source: ['code'] } }, false],
    ['at least: the bound', { kind: 'at_least', value: 2 }, { task: { source: 2 } }, true],
    ['at least: below', { kind: 'at_least', value: 2 }, { task: { source: 1 } }, false],
    ['at most: the bound', { kind: 'at_most', value: 2 }, { task: { source: 2 } }, true],
    ['at most: above', { kind: 'at_most', value: 2 }, { task: { source: 3 } }, false],
    ['at most: a text', { kind: 'at_most', value: 2 }, { task: { source: '1' } }, false],
  ])('%s', (_name, test, answers, expected) => {
    expect(asks([source, criterion('asked', 'task', rating, when('source', test))], answers)).toBe(expected);
  });

  test('looks at own properties alone', () => {
    const criteria = [
      criterion('constructor', 'task', rating),
      criterion('asked', 'task', rating, when('constructor', { kind: 'answered' })),
    ];
    expect(asks(criteria, {})).toBe(false);
  });

  test('of a criterion that is gone does not hide the question', () => {
    expect(asks([criterion('asked', 'task', rating, when('gone', { kind: 'answered' }))], {})).toBe(true);
  });
});

describe('a condition on verdicts', () => {
  test.each<[string, Partial<Answers>, boolean]>([
    ['a tie', { pair: { source: { verdict: 'tie' } } }, true],
    ['a preference', { pair: { source: { verdict: 'prefers', responseId: 'r1', strength: 1 } } }, false],
  ])('%s', (_name, answers, expected) => {
    const source = criterion('source', 'pair', {
      kind: 'preference',
      steps: 1,
      tie: true,
      bothBad: true,
      anchors: [],
    });
    const asked = criterion(
      'asked',
      'task',
      rating,
      when('source', { kind: 'one_of', values: ['tie', 'both_bad'] }),
    );
    expect(asks([source, asked], answers)).toBe(expected);
  });

  test('of a ranking', () => {
    const source = criterion('source', 'ranking', {
      kind: 'ranking',
      mode: 'full',
      ties: true,
      allBad: true,
      unrankable: false,
    });
    const asked = criterion(
      'asked',
      'response',
      rating,
      when('source', { kind: 'one_of', values: ['all_bad'] }),
    );
    expect(asks([source, asked], { ranking: { source: { verdict: 'all_bad' } } }, 'r1')).toBe(true);
    expect(
      asks([source, asked], { ranking: { source: { verdict: 'ranked', groups: [['r1']] } } }, 'r1'),
    ).toBe(false);
  });
});

describe('a condition and its units', () => {
  const atLeast: ConditionTest = { kind: 'at_least', value: 2 };
  const harm = criterion('harm', 'response', rating);
  const answers = { response: { harm: { r1: 3, r2: 1 } } };
  test.each<[string, CriterionTarget, string | null, boolean]>([
    ['asks about the same response', 'response', 'r1', true],
    ['asks nothing about another response', 'response', 'r2', false],
    ['asks about a step of that response', 'step', 'r1.s2', true],
    ['asks nothing about a step of another', 'step', 'r2.s1', false],
    ['asks once where any response meets it', 'task', null, true],
  ])('%s', (_name, target, unitId, expected) => {
    expect(asks([harm, criterion('asked', target, rating, when('harm', atLeast))], answers, unitId)).toBe(
      expected,
    );
  });

  test('a question that is not asked itself meets no condition', () => {
    const criteria = [
      harm,
      criterion('severity', 'response', rating, when('harm', atLeast)),
      criterion('urgent', 'response', rating, when('severity', { kind: 'at_least', value: 3 })),
    ];
    const severity = { r1: 4, r2: 4 };
    expect(asks(criteria, { response: { harm: { r1: 3, r2: 1 }, severity } }, 'r1')).toBe(true);
    expect(asks(criteria, { response: { harm: { r1: 3, r2: 1 }, severity } }, 'r2')).toBe(false);
  });

  test.each<[string, readonly string[], string, boolean]>([
    ['any mark on the response', [], 'r1', true],
    ['a mark of that type', ['harmful'], 'r1', true],
    ['a mark of another type', ['verbosity'], 'r1', false],
    ['no mark on this response', [], 'r2', false],
  ])('marks: %s', (_name, labels, unitId, expected) => {
    const marks = criterion('marks', 'span', {
      kind: 'marks',
      types: [],
      severities: [],
      explanation: 'off',
      correction: 'off',
      wholeResponse: false,
    });
    const asked = criterion('asked', 'response', rating, when('marks', { kind: 'marked', labels }));
    expect(asks([marks, asked], { span: { marks: [mark('r1', 'harmful')] } }, unitId)).toBe(expected);
  });
});

describe('steps', () => {
  const labels = (stopAtFirstError: boolean) => [
    criterion('steps', 'step', { kind: 'step_label', neutral: true, stopAtFirstError }),
  ];
  const step = { steps: { 'r1.s2': 'bad', 'r2.s1': 'good' } };
  test.each<[string, boolean, string, boolean]>([
    ['before the first error', true, 'r1.s1', true],
    ['the first error itself', true, 'r1.s2', true],
    ['after the first error', true, 'r1.s3', false],
    ['the tenth after the first error, not before it by its spelling', true, 'r1.s10', false],
    ['of another response', true, 'r2.s3', true],
    ['after an error, where all are asked', false, 'r1.s3', true],
  ])('%s', (_name, stops, unitId, expected) => {
    expect(asks(labels(stops), { step }, unitId)).toBe(expected);
  });

  test('after the first error are not asked about where a condition is met either', () => {
    const graded = criterion('graded', 'task', rating);
    const [steps] = labels(true);
    if (steps === undefined) throw new Error('there is a criterion');
    const conditional = { ...steps, condition: when('graded', { kind: 'answered' }) };
    const answers = { task: { graded: 1 }, step };
    expect(asks([graded, conditional], answers, 'r1.s1')).toBe(true);
    expect(asks([graded, conditional], answers, 'r1.s3')).toBe(false);
  });

  // Looking through all answers for each step would take longer than a test may.
  test('by the thousand are weighed at once', () => {
    const [steps] = labels(true);
    if (steps === undefined) throw new Error('there is a criterion');
    const ids = Array.from({ length: 10_000 }, (_, index) => `r1.s${index + 1}`);
    const many = { steps: Object.fromEntries(ids.map((id) => [id, 'good'])) };
    const once = criterion('once', 'task', rating, when('steps', { kind: 'one_of', values: ['bad'] }));
    const again = criterion('again', 'step', rating, when('steps', { kind: 'one_of', values: ['good'] }));
    expect(asks([steps, once], { step: many })).toBe(false);
    const rubric = rubricOf(steps, again);
    const state = { rubric, answers: { ...emptyAnswers, step: many } };
    expect(ids.every((unitId) => isAsked(again, { ...state, unitId }))).toBe(true);
  });
});
