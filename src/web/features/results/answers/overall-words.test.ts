import { expect, it } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { describeOverall } from './overall-words.ts';
import { prefers } from './results-rubric.fixture.ts';

const mark = { id: 'm1', unitId: 'r1', start: 0, end: 3, label: 'wrong' };

it.each<[string, Partial<Answers>]>([
  ['Prefers response 2 by 1', prefers('r2', 1)],
  ['Both bad', { pair: { overall: { verdict: 'both_bad' } } }],
  ['Ranks 2 > 1 = 3', { ranking: { order: { verdict: 'ranked', groups: [['r2'], ['r1', 'r3']] } } }],
  ['Best 3, worst 1', { ranking: { order: { verdict: 'best_worst', best: 'r3', worst: 'r1' } } }],
  ['All bad', { ranking: { order: { verdict: 'all_bad' } } }],
  ['The rubric does not settle this', { unsettled: { overall: { section: '', note: '' } }, task: { a: 1 } }],
  ['1 chat', { chat: { talk: { conversationId: '0190d1c8-0000-7000-8000-000000000001' } } }],
  ['1 text', { writing: { reference: { text: 'Mine', editedFrom: null } } }],
  ['2 marks · 1 rating', { span: { errors: [mark, mark] }, response: { honest: { r1: 3 } } }],
  ['3 steps', { step: { steps: { 'r1.s1': 'good', 'r1.s2': 'good', 'r1.s3': 'bad' } } }],
  ['2 turns', { turn: { helpful: { t2: 3, t4: 4 } } }],
  ['Nothing marked or rated', { span: { errors: [] } }],
])('a judgment is told in a few words: %s', (words, answers) => {
  expect(describeOverall({ ...emptyAnswers, ...answers })).toBe(words);
});
