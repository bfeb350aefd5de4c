import { expect, test } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { isComplete, noSettlement, reduceSettlement, type SettlementAct } from './settlement.ts';

const after = (...acts: SettlementAct[]) => acts.reduce(reduceSettlement, noSettlement);
const pick = { kind: 'pick', judgmentId: 'j1' } as const;
const slip = { kind: 'cause', cause: 'slip' } as const;
const bad = { kind: 'cause', cause: 'bad_item' } as const;
const gold = { kind: 'outcome', outcome: 'gold' } as const;

test('own answers and a picked judgment take each other’s place', () => {
  const written = after(pick, { kind: 'write', answers: emptyAnswers });
  expect(written).toMatchObject({ pickedJudgmentId: null, answers: emptyAnswers });
  expect(reduceSettlement(written, pick)).toMatchObject({ pickedJudgmentId: 'j1', answers: null });
});

test('the same key picks and lets go', () => {
  expect(after(pick, pick).pickedJudgmentId).toBeNull();
});

test('a bad item is dropped and makes no gold; another cause keeps it', () => {
  expect(after(gold, bad).outcomes).toEqual(['drop']);
  expect(after(bad, slip).outcomes).toEqual([]);
});

test.each<[string, SettlementAct[], boolean]>([
  ['an answer and a cause', [pick, slip], true],
  ['no cause', [pick], false],
  ['no answer', [slip], false],
  ['a bad item without an answer', [bad], true],
  ['a precedent without words', [pick, slip, { kind: 'outcome', outcome: 'precedent' }], false],
  [
    'a precedent with words',
    [pick, slip, { kind: 'outcome', outcome: 'precedent' }, { kind: 'say', words: 'So it is.' }],
    true,
  ],
])('%s: complete or not', (_, acts, complete) => {
  expect(isComplete(after(...acts))).toBe(complete);
});
