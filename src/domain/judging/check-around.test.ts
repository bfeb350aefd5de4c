import { describe, expect, test } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type Answers, answerLimits } from './answers.ts';
import { checkAround, explainMissing } from './check-around.ts';
import { fullAnswers, fullRubric } from './judging-rubric.fixture.ts';
import type { AnswerControl } from './missing-answers.ts';

const rubric: Rubric = { ...fullRubric, conflict: 'optional' };

function pathsOf(
  change: Partial<Answers>,
  more: { readonly rubric?: Partial<Rubric>; readonly purpose?: 'draft' | 'submission' } = {},
) {
  const { purpose = 'submission' } = more;
  const answers = { ...fullAnswers, ...change };
  const check = { rubric: { ...rubric, ...more.rubric }, responseIds: ['r1', 'r2'], answers, purpose };
  return checkAround(check).map(({ path }) => path);
}
const unsettled = (note: string, section = 'Refusals') => ({ unsettled: { helpful: { section, note } } });
const conflict = (criterionKeys: string[], wonKey: string | null = null) => ({
  conflict: { criterionKeys, wonKey },
});

describe('the words around the criteria', () => {
  test.each<[string, Partial<Answers>]>([
    ['what the rubric does not settle', unsettled('Jokes')],
    ['without a section', unsettled('Jokes', '')],
    ['two criteria in conflict', conflict(['helpful', 'topic'])],
    ['and which one won', conflict(['helpful', 'topic'], 'topic')],
    ['no conflict', conflict([])],
  ])('%s fits', (_name, change) => {
    expect(pathsOf(change)).toEqual([]);
  });

  test.each<[string, Partial<Answers>, Partial<Rubric>, string]>([
    [
      'unsettled, where every case wants an answer',
      unsettled('x'),
      { unsettled: false },
      'answers.unsettled.helpful',
    ],
    [
      'unsettled, of a criterion that is not there',
      { unsettled: { gone: { section: '', note: '' } } },
      {},
      'answers.unsettled.gone',
    ],
    ['unsettled, with a broken character', unsettled('\uD800'), {}, 'answers.unsettled.helpful'],
    [
      'unsettled, with an endless note',
      unsettled('x'.repeat(answerLimits.noteCharacters + 1)),
      {},
      'answers.unsettled.helpful',
    ],
    ['unsettled, with an endless section', unsettled('x', 'x'.repeat(301)), {}, 'answers.unsettled.helpful'],
    ['a conflict that is not asked about', conflict([]), { conflict: 'off' }, 'answers.conflict'],
    ['a conflict with a stranger', conflict(['helpful', 'gone']), {}, 'answers.conflict'],
    ['a conflict of one with itself', conflict(['helpful', 'helpful']), {}, 'answers.conflict'],
    ['a winner that took no part', conflict(['helpful', 'topic'], 'overall'), {}, 'answers.conflict'],
  ])('%s, is refused, also as a draft', (_name, change, rules, path) => {
    expect(pathsOf(change, { rubric: rules })).toEqual([path]);
    expect(pathsOf(change, { rubric: rules, purpose: 'draft' })).toEqual([path]);
  });

  test('a conflict of one criterion is a draft and no submission', () => {
    expect(pathsOf(conflict(['helpful']))).toEqual(['answers.conflict']);
    expect(pathsOf(conflict(['helpful']), { purpose: 'draft' })).toEqual([]);
  });
});

describe('a missing answer', () => {
  test.each<[AnswerControl, string, RegExp]>([
    [{ kind: 'pair', criterionKey: 'overall' }, 'answers.pair.overall', /“Overall”/],
    [
      { kind: 'response', criterionKey: 'helpful', responseId: 'r2' },
      'answers.response.helpful.r2',
      /“Helpful”/,
    ],
    [{ kind: 'run', criterionKey: 'helpful', responseId: 'r2' }, 'answers.runs.helpful.r2', /“Helpful”/],
    [{ kind: 'turn', criterionKey: 'helpful', turnId: 't2' }, 'answers.turn.helpful.t2', /“Helpful”/],
    [{ kind: 'step', criterionKey: 'helpful', stepId: 'r1.s1' }, 'answers.step.helpful.r1.s1', /“Helpful”/],
    [{ kind: 'justification' }, 'answers.justification', /at least 5 characters/],
    [{ kind: 'confidence' }, 'answers.confidence', /how sure/],
    [{ kind: 'conflict' }, 'answers.conflict', /in conflict/],
  ])('%o is named at its place', (control, path, message) => {
    const place = explainMissing(control, { rubric });
    expect(place.path).toBe(path);
    expect(place.message).toMatch(message);
  });
});
