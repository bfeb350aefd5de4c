import { describe, expect, test } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Answers } from './answers.ts';
import { emptyAnswers } from './answers.ts';
import { fullAnswers, fullRubric } from './judging-rubric.fixture.ts';
import { findFirstMissing, listControls, listMissingAnswers } from './missing-answers.ts';

const responseIds = ['r2', 'r1'];
const { confidence: _confidence, ...withoutConfidence } = fullAnswers;
const relaxed: Rubric = {
  ...fullRubric,
  criteria: fullRubric.criteria.map((criterion) => ({ ...criterion, required: false })),
  justification: { ask: 'optional', minCharacters: 50 },
  confidence: 'optional',
};

describe('findFirstMissing', () => {
  test.each<[string, Answers, unknown]>([
    ['the pair first', emptyAnswers, { kind: 'pair', criterionKey: 'overall' }],
    [
      'then the first response on screen',
      { ...emptyAnswers, pair: fullAnswers.pair },
      { kind: 'response', criterionKey: 'helpful', responseId: 'r2' },
    ],
    [
      'then the second',
      { ...fullAnswers, response: { helpful: { r2: 1 } } },
      { kind: 'response', criterionKey: 'helpful', responseId: 'r1' },
    ],
    ['then the task', { ...fullAnswers, task: {} }, { kind: 'task', criterionKey: 'topic' }],
    ['then the justification', { ...fullAnswers, justification: 'abc' }, { kind: 'justification' }],
    ['then the confidence', withoutConfidence, { kind: 'confidence' }],
    ['nothing when all is said', fullAnswers, undefined],
  ])('names %s', (_name, answers, expected) => {
    expect(findFirstMissing({ rubric: fullRubric, responseIds, answers })).toEqual(expected);
  });
});

describe('listMissingAnswers', () => {
  test('lists everything that is required, as the eye moves', () => {
    const controls = listMissingAnswers({ rubric: fullRubric, responseIds, answers: emptyAnswers });
    expect(controls).toEqual(listControls({ rubric: fullRubric, responseIds }));
    expect(controls).toHaveLength(6);
  });

  test('asks for nothing that is optional', () => {
    expect(listMissingAnswers({ rubric: relaxed, responseIds, answers: emptyAnswers })).toEqual([]);
  });

  test('does not take an inherited property for an answer', () => {
    const criteria = fullRubric.criteria
      .map((criterion) => ({ ...criterion, key: 'constructor' }))
      .slice(1, 2);
    const rubric = { ...relaxed, criteria: criteria.map((criterion) => ({ ...criterion, required: true })) };
    expect(listMissingAnswers({ rubric, responseIds, answers: emptyAnswers })).toHaveLength(2);
  });
});
