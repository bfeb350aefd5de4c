import { expect, test } from 'vitest';
import { emptyAnswers, type PreferenceAnswer } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { countDiffering } from './count-differing.ts';

const rubric = rubricTemplates.find(({ key }) => key === 'pairwise_7_point')?.rubric;
if (rubric === undefined) throw new Error('The template is gone');
const key = rubric.overallKey ?? '';

const prefers = (responseId: string, strength = 1): PreferenceAnswer => ({
  verdict: 'prefers',
  responseId,
  strength,
});
const said = (annotatorId: string, answer: PreferenceAnswer, rubricVersion = 1) => ({
  annotatorId,
  rubricVersion,
  answers: { ...emptyAnswers, pair: { [key]: answer } },
});

test.each<[string, ReturnType<typeof said>[], [number, number]]>([
  ['nobody else', [], [0, 0]],
  ['the same side, more strongly', [said('ben', prefers('r1', 3))], [1, 0]],
  ['the other side', [said('ben', prefers('r2'))], [1, 1]],
  ['a tie', [said('ben', { verdict: 'tie' })], [1, 1]],
  ['both bad', [said('ben', { verdict: 'both_bad' })], [1, 1]],
  ['another version of the rubric', [said('ben', prefers('r2'), 2)], [0, 0]],
])('holds a judgment against %s', (_, others, [count, differing]) => {
  const own = said('ada', prefers('r1'));
  const counted = countDiffering(rubric, ['r1', 'r2'], { judgment: own, all: [own, ...others] });
  expect(counted).toEqual({ others: count, differing });
});
