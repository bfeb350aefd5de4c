import { describe, expect, it } from 'vitest';
import type { Answers, ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { buildMatrix, joinRubrics } from './answer-matrix.ts';
import { aRanking, aRubric, prefers, someMarks, stepLabels } from './results-rubric.fixture.ts';
import { bareItem, type ShownItem } from './shown-item.ts';

const none: Answers = { pair: {}, response: {}, task: {} };
const tie: Answers = { ...none, pair: { overall: { verdict: 'tie' } } };
const bothBad: Answers = { ...none, pair: { overall: { verdict: 'both_bad' } } };
const rated = (value: number): Answers => ({ ...none, response: { honest: { r2: value } } });
const topic = (key: string): Answers => ({ ...none, task: { topic: key } });

function rowsOf(...answers: Answers[]) {
  const matrix = buildMatrix(
    aRubric,
    answers.map((given) => ({ answers: given })),
    bareItem(['r1', 'r2']),
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

describe('every other kind of answer', () => {
  const item: ShownItem = {
    prompt: [
      { role: 'user', content: 'Solve.' },
      { role: 'assistant', content: 'Gladly.' },
    ],
    responses: ['r1', 'r2', 'r3'].map((id) => ({ id, text: 'One.\n\nTwo.', model: null })),
  };
  const rows = (criterion: Criterion, ...answers: Partial<Answers>[]) =>
    buildMatrix(
      { ...aRubric, criteria: [criterion] },
      answers.map((given) => ({ answers: { ...none, ...given } })),
      item,
    ).map(({ about, cells, agreement }) => [about, ...cells.map((cell) => cell?.text), agreement.text]);
  const ranked = (...groups: string[][]): Partial<Answers> => ({
    ranking: { order: { verdict: 'ranked', groups, unrankable: groups.length === 1 ? ['r3'] : [] } },
  });

  it('shows the rank of each response for each person', () => {
    expect(rows(aRanking, ranked(['r2'], ['r1', 'r3']), ranked(['r1', 'r2']))).toEqual([
      ['Response 1', 'Rank 2, tied', 'Rank 1, tied', 'differ by 1'],
      ['Response 2', 'Rank 1', 'Rank 1, tied', 'differ'],
      ['Response 3', 'Rank 2, tied', 'Cannot be ranked', 'differ'],
    ]);
  });

  it('shows only steps that somebody labelled, and says where they differ', () => {
    const first = { step: { steps: { 'r1.s1': 'good', 'r1.s2': 'bad' } } };
    expect(rows(stepLabels, first, { step: { steps: { 'r1.s1': 'good' } } })).toEqual([
      ['Response 1, step 1', 'Good', 'Good', 'all agree'],
      ['Response 1, step 2', 'Bad', undefined, 'one answer'],
    ]);
  });

  it('asks of each of the assistant’s turns', () => {
    const turns: Criterion = {
      ...stepLabels,
      target: 'turn',
      scale: { kind: 'rating', min: 1, max: 5, anchors: [] },
    };
    expect(rows(turns, { turn: { steps: { t2: 4 } } })).toEqual([['Turn 2', '4', 'one answer']]);
  });

  it.each<[string, Criterion]>([
    ['a pair', aRubric.criteria[0] ?? aRanking],
    ['marks', someMarks],
  ])('never shows what the rubric does not settle as a tie, of %s', (_, criterion) => {
    const said = { unsettled: { [criterion.key]: { section: 'Jokes', note: 'Says nothing.' } } };
    const [row] = buildMatrix(
      { ...aRubric, criteria: [criterion] },
      [{ answers: { ...none, ...said } }],
      item,
    );
    expect(row?.cells).toEqual([
      { text: 'The rubric does not settle this', position: null, more: '§ Jokes: Says nothing.' },
    ]);
  });

  it('names what does not apply, several options, and a text as it was written', () => {
    const task = (scale: Criterion['scale'], value: ScaleValue) =>
      rows({ ...stepLabels, target: 'task', scale }, { task: { steps: value } })[0]?.[1];
    const options = [{ key: 'law', label: 'Law' }];
    expect(task({ kind: 'choice', options }, null)).toBe('Not applicable');
    expect(task({ kind: 'choices', options, atLeast: 0, atMost: 1 }, ['law'])).toBe('Law');
    expect(task({ kind: 'choices', options, atLeast: 0, atMost: 1 }, [])).toBe('None of these');
    expect(task({ kind: 'text', minCharacters: 0, maxCharacters: 9 }, 'law')).toBe('law');
    expect(task({ kind: 'number', min: 0, max: 9, decimals: 0, unit: '%' }, 7)).toBe('7 %');
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
