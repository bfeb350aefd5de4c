import { describe, expect, test } from 'vitest';
import { freshScale } from './fresh-scale.ts';
import type { Criterion, Rubric } from './rubric.ts';
import type { Scale } from './scale.ts';
import type { CriterionTarget } from './target.ts';
import { validateRubric } from './validate-rubric.ts';
import { responsesNeeded, validateTogether } from './validate-together.ts';

let count = 0;
function ask(target: CriterionTarget, scale: Scale): Criterion {
  count += 1;
  return { key: `k${count}`, label: `K${count}`, help: '', target, scale, required: true };
}
function rubric(criteria: readonly Criterion[], around: Partial<Rubric> = {}): Rubric {
  const overallKey = criteria.find(({ target }) => target === 'pair' || target === 'ranking')?.key ?? null;
  return {
    criteria,
    overallKey,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
    ...around,
  };
}

const pair = ask('pair', freshScale('preference'));
const ranking = ask('ranking', freshScale('ranking'));
const rating = ask('response', freshScale('rating'));
const turns = ask('turn', freshScale('rating'));
const steps = ask('step', freshScale('step_label'));
const marks = ask('span', freshScale('marks'));
const question = ask('task', freshScale('choice'));
const chat = ask('task', freshScale('chat'));
const way = ask('task', freshScale('continuation'));
const prompt = ask('task', { ...freshScale('writing'), purpose: 'prompt', start: 'blank' });
const edit = ask('task', { ...freshScale('writing'), start: 'edit' });
const either = ask('task', freshScale('writing'));

describe('criteria together', () => {
  test.each<[string, Rubric, string[]]>([
    ['two live chats', rubric([chat, ask('task', freshScale('chat'))]), ['criteria.1.scale']],
    ['a live chat and a rating of responses', rubric([chat, rating]), ['criteria.1.target']],
    ['a live chat and marks in a text', rubric([marks, chat]), ['criteria.0.target']],
    ['a live chat and a written text', rubric([chat, either]), ['criteria.1.scale']],
    ['two ways through a dialogue', rubric([way, way]), ['criteria.1.scale']],
    ['a live chat and a way through a dialogue', rubric([chat, way]), ['criteria.1.scale']],
    ['a dialogue and a comparison of responses', rubric([pair, way]), ['criteria.0.target']],
    ['a dialogue and ratings of turns', rubric([way, turns]), ['criteria.1.target']],
    ['a dialogue and a written text', rubric([way, either]), ['criteria.1.scale']],
    ['a conflict within one criterion', rubric([rating], { conflict: 'optional' }), ['conflict']],
    ['written prompts and compared responses', rubric([pair, prompt]), ['criteria.1.scale']],
    ['written prompts and a ranking', rubric([prompt, ranking]), ['criteria.0.scale']],
  ])('refuse %s', (_name, given, paths) => {
    expect(validateTogether(given).map(({ path }) => path)).toEqual(paths);
  });

  test.each<[string, Rubric]>([
    ['a chat with questions about it', rubric([chat, question])],
    ['a dialogue with questions about it', rubric([way, question])],
    ['a conflict between two', rubric([pair, rating], { conflict: 'required' })],
    ['a ranking with an edit of the best', rubric([ranking, edit])],
  ])('allow %s', (_name, given) => {
    expect(validateRubric(given)).toEqual([]);
  });
});

test('a rubric that asks for continuations needs a dialogue in each item', () => {
  expect(responsesNeeded(rubric([way]))).toEqual({ fewest: 0, most: 9, needsDialogue: true });
});

describe('a ranking that stands for the whole judgment', () => {
  test('must be named', () => {
    expect(validateRubric(rubric([ranking], { overallKey: null }))[0]?.path).toBe('overallKey');
  });

  test('is asked always', () => {
    const condition = { criterionKey: question.key, test: { kind: 'one_of', values: ['yes'] } } as const;
    const given = rubric([question, { ...ranking, condition }]);
    expect(validateRubric(given).map(({ path }) => path)).toEqual(['criteria.1.condition']);
  });
});

describe('“not applicable”', () => {
  test.each<[string, Criterion, string[]]>([
    ['is an answer to a rating', rating, []],
    ['is an answer to a step label', steps, []],
    ['is no answer to a preference', pair, ['criteria.0.allowNotApplicable']],
    ['is no answer to marks', marks, ['criteria.0.allowNotApplicable']],
  ])('%s', (_name, criterion, paths) => {
    const given = rubric([{ ...criterion, allowNotApplicable: true }]);
    expect(validateRubric(given).map(({ path }) => path)).toEqual(paths);
  });
});

describe('the responses that an item needs', () => {
  test.each<[string, readonly Criterion[], number, number]>([
    ['two for a pair', [rating, pair], 2, 2],
    ['two to nine for a ranking', [ranking, edit], 2, 9],
    ['one for a rating', [rating], 1, 9],
    ['one for steps', [steps], 1, 9],
    ['one for marks', [marks], 1, 9],
    ['none for marks where turns are there', [marks, turns], 0, 9],
    ['one for editing', [edit], 1, 9],
    ['none for writing from either', [either], 0, 9],
    ['none for a chat', [chat, question], 0, 9],
  ])('are %s', (_name, criteria, fewest, most) => {
    expect(responsesNeeded(rubric(criteria))).toEqual({ fewest, most });
  });
});
