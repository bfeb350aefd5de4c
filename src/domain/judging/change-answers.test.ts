import { describe, expect, test } from 'vitest';
import { type Answers, emptyAnswers } from './answers.ts';
import { type AnswerChange, changeAnswers, clearingChange } from './change-answers.ts';
import type { AnswerControl } from './missing-answers.ts';

const tie = { verdict: 'tie' } as const;

describe('a change', () => {
  test.each<[string, Partial<Answers>, AnswerChange, Partial<Answers>]>([
    ['gives a value', {}, { record: 'task', key: 'a', value: 1 }, { task: { a: 1 } }],
    ['gives "not applicable"', {}, { record: 'task', key: 'a', value: null }, { task: { a: null } }],
    ['replaces a value', { task: { a: 1 } }, { record: 'task', key: 'a', value: 2 }, { task: { a: 2 } }],
    [
      'makes a record that was not there',
      {},
      { record: 'ranking', key: 'a', value: { verdict: 'all_bad' } },
      { ranking: { a: { verdict: 'all_bad' } } },
    ],
    [
      'takes a record away with its last answer',
      { ranking: { a: { verdict: 'all_bad' } } },
      { record: 'ranking', key: 'a', value: undefined },
      {},
    ],
    [
      'keeps the records of an empty form',
      { pair: { a: tie } },
      { record: 'pair', key: 'a', value: undefined },
      { pair: {} },
    ],
    [
      'gives a value of a unit',
      { response: { a: { r1: 1 } } },
      { record: 'response', key: 'a', unitId: 'r2', value: 2 },
      { response: { a: { r1: 1, r2: 2 } } },
    ],
    [
      'takes a criterion away with its last unit',
      { step: { a: { 'r1.s1': 'bad' } } },
      { record: 'step', key: 'a', unitId: 'r1.s1', value: undefined },
      {},
    ],
    [
      'leaves other units',
      { turn: { a: { t2: 1, t4: 2 } } },
      { record: 'turn', key: 'a', unitId: 't2', value: undefined },
      { turn: { a: { t4: 2 } } },
    ],
    ['gives words', {}, { record: 'justification', value: 'Why' }, { justification: 'Why' }],
    ['takes words away', { confidence: 2 }, { record: 'confidence', value: undefined }, {}],
    ['takes away what was not there', {}, { record: 'unsettled', key: 'a', value: undefined }, {}],
    [
      'of a criterion called "constructor"',
      {},
      { record: 'response', key: 'constructor', unitId: 'r1', value: 1 },
      { response: { constructor: { r1: 1 } } as never },
    ],
  ])('%s', (_name, before, change, after) => {
    expect(changeAnswers({ ...emptyAnswers, ...before }, change)).toEqual({ ...emptyAnswers, ...after });
  });

  test('leaves answers in their order, so that the same answers stay the same text', () => {
    const before: Answers = { ...emptyAnswers, task: { a: 1, b: 2 } };
    const after = changeAnswers(before, { record: 'task', key: 'a', value: 3 });
    expect(Object.keys(after.task)).toEqual(['a', 'b']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(before.task).toEqual({ a: 1, b: 2 });
  });
});

describe('clearing a control', () => {
  const full: Answers = {
    pair: { k: tie },
    response: { k: { r1: 1 } },
    task: { k: 1 },
    ranking: { k: { verdict: 'all_bad' } },
    turn: { k: { t2: 1 } },
    step: { k: { 'r1.s1': 'bad' } },
    span: { k: [] },
    region: { k: [] },
    writing: { k: { text: 'x', editedFrom: null } },
    chat: { k: { conversationId: 'c' } },
    runs: { k: { r1: [] } },
    conflict: { criterionKeys: [], wonKey: null },
    justification: 'x',
    confidence: 1,
  };
  const once = (
    kind: 'pair' | 'ranking' | 'task' | 'span' | 'region' | 'writing' | 'chat',
  ): AnswerControl => ({ kind, criterionKey: 'k' });
  test.each<[keyof Answers, AnswerControl]>([
    ['pair', once('pair')],
    ['ranking', once('ranking')],
    ['task', once('task')],
    ['span', once('span')],
    ['region', once('region')],
    ['writing', once('writing')],
    ['chat', once('chat')],
    ['response', { kind: 'response', criterionKey: 'k', responseId: 'r1' }],
    ['runs', { kind: 'run', criterionKey: 'k', responseId: 'r1' }],
    ['turn', { kind: 'turn', criterionKey: 'k', turnId: 't2' }],
    ['step', { kind: 'step', criterionKey: 'k', stepId: 'r1.s1' }],
    ['conflict', { kind: 'conflict' }],
    ['justification', { kind: 'justification' }],
    ['confidence', { kind: 'confidence' }],
  ])('takes %s away and nothing else', (record, control) => {
    const left = changeAnswers(full, clearingChange(control));
    const { [record]: _gone, ...others } = full;
    const isKept = record === 'pair' || record === 'response' || record === 'task';
    expect(left).toEqual(isKept ? { ...others, [record]: {} } : others);
  });
});
