import { describe, expect, it } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { buildMatrix, joinRubrics } from './answer-matrix.ts';
import { aRubric, prefers } from './results-rubric.fixture.ts';

const none: Answers = { pair: {}, response: {}, task: {} };
const tie: Answers = { ...none, pair: { overall: { verdict: 'tie' } } };
const bothBad: Answers = { ...none, pair: { overall: { verdict: 'both_bad' } } };
const rated = (value: number): Answers => ({ ...none, response: { honest: { r2: value } } });
const topic = (key: string): Answers => ({ ...none, task: { topic: key } });

function rowsOf(...answers: Answers[]) {
  const matrix = buildMatrix(
    aRubric,
    answers.map((given) => ({ answers: given })),
    ['r1', 'r2'],
  );
  return new Map(matrix.map((row) => [row.key, row]));
}

describe('answers side by side', () => {
  it('have a row a question, and one a response where each is asked about', () => {
    expect([...rowsOf(none).keys()]).toEqual(['overall', 'honest/r1', 'honest/r2', 'topic']);
  });

  it.each<[string, string, Answers[], string, string]>([
    ['nobody answered', 'overall', [none, none], 'one', 'no answer'],
    ['one person answered', 'overall', [tie, none], 'one', 'one answer'],
    ['both said the same', 'overall', [prefers('r1', 2), prefers('r1', 2)], 'same', 'all agree'],
    ['one degree lies between', 'overall', [prefers('r1', 2), prefers('r1', 3)], 'close', 'differ by 1'],
    ['one side and a tie', 'overall', [prefers('r2', 2), tie], 'apart', 'differ by 2'],
    ['they chose opposite sides', 'overall', [prefers('r1', 1), prefers('r2', 1)], 'apart', 'opposite sides'],
    ['one called both bad', 'overall', [prefers('r1', 1), bothBad], 'apart', 'differ'],
    ['ratings lie apart', 'honest/r2', [rated(2), rated(5)], 'apart', 'differ by 3'],
    ['choices differ', 'topic', [topic('law'), topic('other')], 'apart', 'differ'],
  ])('say how far apart they lie when %s', (_, key, answers, kind, text) => {
    expect(rowsOf(...answers).get(key)?.agreement).toEqual({ kind, text });
  });

  it.each<[string, Answers, string, number | null]>([
    ['overall', prefers('r1', 2), 'Response 1 by 2, Clearly better', -2],
    ['overall', prefers('r2', 1), 'Response 2 by 1', 1],
    ['overall', tie, 'Tie', 0],
    ['overall', bothBad, 'Both bad', null],
    ['honest/r2', rated(5), '5, Fully', 5],
    ['topic', topic('law'), 'Law', null],
    ['topic', topic('gone'), 'gone', null],
  ])('of %s are put in words and on the scale', (key, answers, text, position) => {
    expect(rowsOf(answers).get(key)?.cells).toEqual([{ text, position }]);
  });
});

describe('rubrics of several versions', () => {
  it('are joined by key with the newest words', () => {
    const [overall, honest, topicCriterion] = aRubric.criteria;
    if (!overall || !honest || !topicCriterion) return expect.unreachable();
    const newest = { ...aRubric, criteria: [{ ...overall, label: 'New words' }] };
    const older = { ...aRubric, criteria: [overall, honest] };
    expect(joinRubrics([newest, older])?.criteria.map(({ label }) => label)).toEqual(['New words', 'Honest']);
  });
});
