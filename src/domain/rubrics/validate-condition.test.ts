import { describe, expect, test } from 'vitest';
import type { ConditionTest } from './condition.ts';
import { freshScale } from './fresh-scale.ts';
import type { Criterion } from './rubric.ts';
import type { ScaleKind } from './scale.ts';
import { type CriterionTarget, criterionTargets } from './target.ts';
import { canDepend, validateCondition } from './validate-condition.ts';

function criterion(key: string, target: CriterionTarget, kind: ScaleKind): Criterion {
  return { key, label: key, help: '', target, scale: freshScale(kind), required: true };
}

const sources: Readonly<Record<string, Criterion>> = {
  rating: criterion('rating', 'response', 'rating'),
  choice: criterion('choice', 'task', 'choice'),
  choices: criterion('choices', 'task', 'choices'),
  number: criterion('number', 'task', 'number'),
  slider: criterion('slider', 'task', 'slider'),
  text: criterion('text', 'task', 'text'),
  preference: criterion('preference', 'pair', 'preference'),
  ranking: criterion('ranking', 'ranking', 'ranking'),
  marks: criterion('marks', 'span', 'marks'),
  regions: criterion('regions', 'region', 'regions'),
  step: criterion('step', 'step', 'step_label'),
  writing: criterion('writing', 'task', 'writing'),
  chat: criterion('chat', 'task', 'chat'),
  run: criterion('run', 'response', 'run'),
};

/** What is said about a condition on the named criterion; undefined where nothing is. */
function explain(source: string, test: ConditionTest, target: CriterionTarget = 'response') {
  const asked = {
    ...criterion('then', target, 'rating'),
    condition: { criterionKey: source, test },
  };
  return validateCondition([...Object.values(sources), asked], Object.keys(sources).length)[0];
}

const oneOf = (...values: (number | string)[]): ConditionTest => ({ kind: 'one_of', values });
const marked = (...labels: string[]): ConditionTest => ({ kind: 'marked', labels });
const answered: ConditionTest = { kind: 'answered' };

describe('a condition', () => {
  test.each<[string, string, ConditionTest]>([
    ['an answered text', 'text', answered],
    ['some points of a rating', 'rating', oneOf(1, 2)],
    ['a bound on a rating', 'rating', { kind: 'at_most', value: 4 }],
    ['a bound on a slider', 'slider', { kind: 'at_least', value: 50 }],
    ['a bound on a number', 'number', { kind: 'at_least', value: 0.5 }],
    ['an option', 'choice', oneOf('yes')],
    ['one option of several', 'choices', oneOf('no')],
    ['a tie', 'preference', oneOf('tie')],
    ['all bad', 'ranking', oneOf('all_bad')],
    ['a bad step', 'step', oneOf('bad')],
    ['anything marked', 'marks', marked()],
    ['a certain mark', 'marks', marked('harmful')],
    ['a certain region', 'regions', marked('problem')],
  ])('may be %s', (_name, source, test) => {
    const target = source === 'step' ? 'step' : 'response';
    expect(explain(source, test, target)).toBeUndefined();
  });

  test.each<[string, string, ConditionTest, string]>([
    ['a criterion that does not exist', 'nothing', answered, 'No criterion has the key'],
    ['itself', 'then', answered, 'its own answer'],
    ['a rating beyond the scale', 'rating', oneOf(6), '6 is not on the scale'],
    ['a rating that is a word', 'rating', oneOf('good'), 'good is not on the scale'],
    ['a bound beyond the scale', 'rating', { kind: 'at_least', value: 7 }, '7 is not on the scale'],
    ['a bound that always holds', 'rating', { kind: 'at_least', value: 1 }, 'Every answer'],
    ['another bound that always holds', 'slider', { kind: 'at_most', value: 100 }, 'Every answer'],
    ['a bound on words', 'choice', { kind: 'at_least', value: 1 }, 'is no number'],
    ['no answer at all', 'choice', oneOf(), 'Choose at least one answer'],
    ['an option that is gone', 'choice', oneOf('maybe'), 'has no answer “maybe”'],
    ['an option called like a property', 'choice', oneOf('constructor'), 'has no answer “constructor”'],
    ['both bad where it is not offered', 'preference', oneOf('both_bad'), 'has no answer “both_bad”'],
    ['a best and worst of a full ranking', 'ranking', oneOf('best_worst'), 'has no answer'],
    ['a listed number', 'number', oneOf(3), 'cannot be listed'],
    ['a listed text', 'text', oneOf('x'), 'cannot be listed'],
    ['a mark on a choice', 'choice', marked(), 'Nothing is marked'],
    ['a type of mark that is gone', 'marks', marked('typo'), 'has no answer “typo”'],
    ['an answer to marks', 'marks', answered, 'answered with marks'],
    ['what was written', 'writing', answered, 'no answer that could be weighed'],
    ['a chat', 'chat', answered, 'no answer that could be weighed'],
    ['a run', 'run', answered, 'no answer that could be weighed'],
  ])('cannot be %s', (_name, source, test, words) => {
    expect(explain(source, test)?.message).toContain(words);
  });

  test('cannot rest on what is asked later', () => {
    const first = {
      ...criterion('first', 'task', 'rating'),
      condition: { criterionKey: 'second', test: answered },
    };
    const [place] = validateCondition([first, criterion('second', 'task', 'text')], 0);
    expect(place).toMatchObject({ path: 'criteria.0.condition' });
    expect(place?.message).toContain('Move it above');
  });

  test('on a test that does not fit is told at the test', () => {
    expect(explain('choice', oneOf())?.path).toMatch(/\.condition\.test$/);
  });
});

describe('whether an answer about one target says something about another', () => {
  const blind: readonly (readonly [CriterionTarget, CriterionTarget])[] = criterionTargets
    .flatMap((target) => criterionTargets.map((source) => [target, source] as const))
    .filter(([target, source]) => !canDepend(target, source));

  test('is no only between turns and responses or their steps', () => {
    expect(blind).toEqual([
      ['response', 'turn'],
      ['turn', 'response'],
      ['turn', 'step'],
      ['step', 'turn'],
      ['span', 'turn'],
    ]);
  });
});
