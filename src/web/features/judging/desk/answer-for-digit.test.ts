import { describe, expect, it } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { changeAnswers } from '#domain/judging/change-answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { answerForDigit, toggleChoice } from './answer-for-digit.ts';
import { readControlValue } from './control-values.ts';
import { reduceDesk } from './desk.ts';

const options = (...keys: readonly string[]) => keys.map((key) => ({ key, label: key.toUpperCase() }));
const choices = (atLeast: number, atMost: number, keys = ['a', 'b', 'c']): Scale => ({
  kind: 'choices',
  options: options(...keys),
  atLeast,
  atMost,
});
const slider = (min: number, max: number, step: number): Scale => ({
  kind: 'slider',
  min,
  max,
  step,
  lowLabel: '',
  highLabel: '',
});
const ten = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const steps: Scale = { kind: 'step_label', neutral: true, stopAtFirstError: false };

const control: AnswerControl = { kind: 'task', criterionKey: 'asked' };

function rubricOf(scale: Scale): Rubric {
  const asked: Criterion = { key: 'asked', label: 'Asked', help: '', target: 'task', scale, required: true };
  return {
    criteria: [asked],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

/** The value after a digit, from the value before; undefined where there is none. */
function press(scale: Scale, digit: number, before?: Answers['task'][string]) {
  const rubric = rubricOf(scale);
  const answers: Answers = before === undefined ? emptyAnswers : { ...emptyAnswers, task: { asked: before } };
  const act = answerForDigit({ control, digit, rubric, responseIds: ['r1', 'r2'], answers });
  if (act === undefined) return 'no answer';
  const desk = { answers, active: control, missing: null };
  return readControlValue(reduceDesk(desk, act, { rubric, responseIds: [] }).answers, control);
}

describe('a digit answers', () => {
  it.each<[string, Scale, number, unknown]>([
    ['a rating by its number', { kind: 'rating', min: 1, max: 5, anchors: [] }, 4, 4],
    ['no rating beyond the scale', { kind: 'rating', min: 1, max: 5, anchors: [] }, 6, 'no answer'],
    ['a choice by its place', { kind: 'choice', options: options('a', 'b') }, 2, 'b'],
    ['the tenth choice by 0', { kind: 'choice', options: options(...ten) }, 0, 'j'],
    ['no choice that is not there', { kind: 'choice', options: options('a', 'b') }, 3, 'no answer'],
    ['a step label', steps, 3, 'bad'],
    ['a step label without the neutral one', { ...steps, neutral: false }, 2, 'bad'],
    ['a slider by tenths', slider(0, 1, 0.05), 3, 0.3],
    ['the end of a slider by 0', slider(0, 100, 5), 0, 100],
    ['a slider on its nearest step', slider(0, 10, 4), 5, 4],
    ['a slider that starts below 0', slider(-10, 10, 1), 1, -8],
    [
      'nothing of a number, which is typed',
      { kind: 'number', min: 0, max: 9, decimals: 0, unit: '' },
      5,
      'no answer',
    ],
    ['nothing of a text', { kind: 'text', minCharacters: 0, maxCharacters: 9 }, 5, 'no answer'],
  ])('%s', (_, scale, digit, expected) => {
    expect(press(scale, digit)).toBe(expected);
  });

  it.each<[string, Scale, number, readonly string[] | undefined, unknown]>([
    ['adds an option', choices(1, 3), 2, ['a'], ['a', 'b']],
    ['keeps the order of the options', choices(1, 3), 1, ['c'], ['a', 'c']],
    ['takes an option away', choices(1, 3), 1, ['a', 'c'], ['c']],
    ['leaves it open when the last one goes', choices(1, 3), 1, ['a'], undefined],
    ['says "none" when the last one goes and none will do', choices(0, 3), 1, ['a'], []],
    ['says "none" by 0', choices(0, 3), 0, ['a'], []],
    ['says nothing by 0 where some are needed', choices(1, 3), 0, ['a'], 'no answer'],
    ['takes 0 for the tenth option', choices(0, 10, ten), 0, undefined, ['j']],
    ['does not go beyond the most', choices(1, 2), 3, ['a', 'b'], ['a', 'b']],
  ])('several: it %s', (_, scale, digit, before, expected) => {
    expect(press(scale, digit, before)).toEqual(expected);
  });

  it('confidence from 1 to 3 and no further', () => {
    const asked = (digit: number) =>
      answerForDigit({
        control: { kind: 'confidence' },
        digit,
        rubric: rubricOf(steps),
        responseIds: [],
        answers: emptyAnswers,
      });
    expect(asked(3)).toEqual({ kind: 'confide', value: 3 });
    expect(asked(4)).toBeUndefined();
  });
});

describe('toggling', () => {
  it('does not lose what was chosen when no more fit', () => {
    const scale = { kind: 'choices', options: options('a', 'b'), atLeast: 1, atMost: 1 } as const;
    expect(toggleChoice(scale, { chosen: ['a'], key: 'b' })).toEqual(['a']);
  });
});

describe('clearing', () => {
  it('takes back a value of any kind', () => {
    const answers = changeAnswers(emptyAnswers, { record: 'task', key: 'asked', value: ['a'] });
    const desk = { answers, active: control, missing: null };
    const task = { rubric: rubricOf(choices(1, 3)), responseIds: [] };
    expect(reduceDesk(desk, { kind: 'command', id: 'clear_answer' }, task).answers).toEqual(emptyAnswers);
  });
});
