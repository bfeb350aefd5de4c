import { describe, expect, test } from 'vitest';
import {
  activePath,
  branchesAt,
  continuationOf,
  countingReplies,
  headAfterChoice,
  newestEnd,
} from './active-path.ts';
import { answered, said, treeOf } from './chat.fixture.ts';
import type { ModelTurn } from './conversation.ts';
import { messagesTo } from './messages-to.ts';

const one = said('u1');
const a1 = answered('a1', 'u1');
const b1 = answered('b1', 'u1', { slot: 'B' });
const underA = said('u2', 'a1');
const underB = said('u3', 'b1');
const turns = [one, b1, a1, underA, underB, answered('a2', 'u2'), said('u4', 'a1')];

describe('activePath', () => {
  test('is empty before the first turn', () => {
    expect(activePath(treeOf(null))).toEqual([]);
  });

  test('leads from the beginning to the head and leaves other branches out', () => {
    expect(activePath(treeOf('u2', ...turns)).map((round) => round.user.id)).toEqual(['u1', 'u2']);
    expect(activePath(treeOf('u3', ...turns)).map((round) => round.user.id)).toEqual(['u1', 'u3']);
  });

  test('sorts replies by slot, however they came in', () => {
    expect(activePath(treeOf('u1', ...turns))[0]?.replies.map((reply) => reply.id)).toEqual(['a1', 'b1']);
  });

  test('ends in a tree that goes round', () => {
    const round = [said('u1', 'a1'), answered('a1', 'u1')];
    expect(activePath(treeOf('u1', ...round)).length).toBeLessThan(5);
  });
});

test('branchesAt lists the other ways to go on from the same reply', () => {
  expect(branchesAt(turns, underA).map((turn) => turn.id)).toEqual(['u2', 'u4']);
});

test('newestEnd follows the newest turns', () => {
  expect(newestEnd(turns, 'u1')).toBe('u4');
  expect(newestEnd(turns, 'u3')).toBe('u3');
});

describe('headAfterChoice', () => {
  test('stands at the round of a reply to which nothing was said', () => {
    expect(headAfterChoice([one, a1, b1], b1)).toBe('u1');
  });

  test('goes back to what was said to the reply before', () => {
    expect(headAfterChoice(turns, b1)).toBe('u3');
  });
});

describe('countingReplies and continuationOf', () => {
  const b = (change: Partial<ModelTurn> = {}) => answered('b1', 'u1', { slot: 'B', ...change });
  test.each<[string, readonly ModelTurn[], readonly string[], string | undefined]>([
    ['the only reply goes on', [a1], ['a1'], 'a1'],
    ['two replies wait for a choice', [a1, b()], ['a1', 'b1'], undefined],
    ['the chosen one goes on', [a1, b({ chosen: true })], ['a1', 'b1'], 'b1'],
    ['the one rated highest goes on', [{ ...a1, rating: 2 }, b({ rating: 4 })], ['a1', 'b1'], 'b1'],
    ['equal ratings wait for a choice', [{ ...a1, rating: 4 }, b({ rating: 4 })], ['a1', 'b1'], undefined],
    ['half of the ratings wait for the rest', [{ ...a1, rating: 4 }, b()], ['a1', 'b1'], undefined],
    ['a failed reply leaves the other as the only one', [a1, b({ state: 'failed' })], ['a1', 'b1'], 'a1'],
    ['an empty reply does not go on', [{ ...a1, text: ' ' }], ['a1'], undefined],
    ['a stopped reply may go on', [{ ...a1, state: 'stopped' }], ['a1'], 'a1'],
    ['a regenerated reply counts instead', [a1, answered('a9', 'u1')], ['a9'], 'a9'],
    ['a failed second try leaves the first', [a1, answered('a9', 'u1', { state: 'failed' })], ['a1'], 'a1'],
    [
      'a chosen first try counts over a second',
      [{ ...a1, chosen: true }, answered('a9', 'u1')],
      ['a1'],
      'a1',
    ],
    [
      'a reply on its way counts',
      [{ ...a1, chosen: true }, answered('a9', 'u1', { state: 'streaming' })],
      ['a9'],
      undefined,
    ],
  ])('%s', (_name, replies, counting, goesOn) => {
    const round = { user: one, replies };
    expect(countingReplies(round).map((reply) => reply.id)).toEqual(counting);
    expect(continuationOf(round)?.id).toBe(goesOn);
  });
});

test('messagesTo tells what was said on the way, and nothing of other branches', () => {
  expect(messagesTo(turns, 'u3')).toEqual([
    { role: 'user', content: 'says u1' },
    { role: 'assistant', content: 'answers b1' },
    { role: 'user', content: 'says u3' },
  ]);
});
