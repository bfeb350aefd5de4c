import { describe, expect, it } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { deskRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import { listAnswerLines } from './answer-lines.ts';

/** The second response stood first on the screen. */
const responseIds = ['r2', 'r1'];
/** A key that every object seems to have. */
const awkward: string = 'constructor';
const lines = (answers: Partial<Answers>, rubric?: Rubric) =>
  listAnswerLines({ ...emptyAnswers, ...answers }, { rubric, responseIds }).map(
    ({ label, text }) => `${label}: ${text}`,
  );

describe('the lines of answers', () => {
  it.each<readonly [string, Partial<Answers>, string]>([
    [
      'a preference by the letters of the screen',
      { pair: { someKey: { verdict: 'prefers', responseId: 'r2', strength: 2 } } },
      'someKey: A better, strength 2',
    ],
    ['a tie', { pair: { someKey: { verdict: 'tie' } } }, 'someKey: Neither is better'],
    ['both bad', { pair: { [awkward]: { verdict: 'both_bad' } } }, 'constructor: Both bad'],
    ['values of each response', { response: { clarity: { r1: 3, r2: 5 } } }, 'clarity: B: 3, A: 5'],
    ['what does not apply', { task: { topic: null } }, 'topic: Does not apply'],
    ['several choices', { task: { topics: ['a', 'b'] } }, 'topics: a; b'],
    [
      'a ranking with a tie',
      { ranking: { order: { verdict: 'ranked', groups: [['r1'], ['r2', 'r3']] } } },
      'order: B > A = r3',
    ],
    [
      'the best and the worst',
      { ranking: { order: { verdict: 'best_worst', best: 'r2', worst: null } } },
      'order: Best A, worst ?',
    ],
    ['labels of steps', { step: { steps: { 'r1.s2': 'bad' } } }, 'steps: B.s2: bad'],
    [
      'a written text',
      { writing: { reply: { text: 'Hello', editedFrom: null } } },
      'reply: text: Hello, editedFrom: Does not apply',
    ],
    ['the reason', { justification: 'A is right.' }, 'Why?: A is right.'],
    ['how sure', { confidence: 2 }, 'Confidence: 2 of 3'],
  ])('name %s', (_, answers, line) => {
    expect(lines(answers)).toEqual([line]);
  });

  it('name criteria by their labels where the rubric is on the device', () => {
    const [criterion] = deskRubric.criteria;
    const key = criterion?.key ?? '';
    expect(lines({ pair: { [key]: { verdict: 'tie' } } }, deskRubric)).toEqual([
      `${criterion?.label}: Neither is better`,
    ]);
  });
});
