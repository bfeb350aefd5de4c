import { expect, it } from 'vitest';
import { aQuestion } from '#web/features/results/results.fixture.ts';
import { groupQuestions, type Question } from './group-questions.ts';

const unsettled = (index: number, more: Partial<Question> = {}) =>
  aQuestion(index, { kind: 'rubric_unclear', criterionKey: 'overall', section: 'Refusals', ...more });

const sizes = (...questions: Question[]) =>
  groupQuestions(questions).map((group) => [group.section || group.kind, group.questions.length]);

it.each<[string, Question[], [string, number][]]>([
  ['nothing', [], []],
  ['one section and criterion', [unsettled(1), unsettled(2)], [['Refusals', 2]]],
  ['a section in other letters', [unsettled(1), unsettled(2, { section: ' refusals ' })], [['Refusals', 2]]],
  [
    'another criterion of the section',
    [unsettled(1), unsettled(2, { criterionKey: 'honest' })],
    [
      ['Refusals', 1],
      ['Refusals', 1],
    ],
  ],
  [
    'the larger group, which comes first',
    [aQuestion(1), unsettled(2), unsettled(3)],
    [
      ['Refusals', 2],
      ['other', 1],
    ],
  ],
  [
    'violations of two rules',
    [
      aQuestion(1, { kind: 'policy_violation', violationType: 'hate' }),
      aQuestion(2, { kind: 'policy_violation', violationType: 'privacy' }),
    ],
    [
      ['policy_violation', 1],
      ['policy_violation', 1],
    ],
  ],
])('questions are gathered: %s', (_, questions, expected) => {
  expect(sizes(...questions)).toEqual(expected);
});
