import { expect, test } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { isUpheld } from './is-upheld.ts';

const rubric = rubricTemplates.find(({ rubric: { overallKey } }) => overallKey !== null)?.rubric;
const key = rubric?.overallKey ?? '';
const prefers = (responseId: string, strength = 2): Answers => ({
  pair: { [key]: { verdict: 'prefers', responseId, strength } },
  response: {},
  task: {},
});

test.each([
  ['accepted, and the final answer is the same side', 'accepted', null, 'r1', true],
  ['accepted, and the final answer is the other one', 'accepted', null, 'r2', false],
  ['corrected to what became final', 'fixed', prefers('r2'), 'r2', true],
  ['corrected away from what became final', 'fixed', prefers('r2'), 'r1', false],
  ['returned, and it was wrong', 'returned', null, 'r2', true],
  ['returned, and it was right', 'returned', null, 'r1', false],
] as const)('%s', (_, verdict, corrected, final, upheld) => {
  if (rubric === undefined) throw new Error('There is no template with an overall criterion');
  const base = { rubric, responseIds: ['r1', 'r2'], judged: prefers('r1') };
  expect(isUpheld({ ...base, verdict, corrected, final: prefers(final, 3) })).toBe(upheld);
});
