import { describe, expect, test } from 'vitest';
import type { ContinuationChoice } from '#domain/judging/answers.ts';
import { smallDialogue } from './dialogue.fixture.ts';
import { countForksBelow, listForks } from './list-forks.ts';
import { walkDialogue } from './walk.ts';

const at = (place: string | null, chosen: string | null): ContinuationChoice => ({ at: place, chosen });

describe('the way through a dialogue', () => {
  test.each<[string, ContinuationChoice[], string[], string | null | undefined]>([
    ['waits at the prompt before anything is chosen', [], [], null],
    ['passes a reply that stands alone by itself', [at(null, 'd1')], ['d1', 'd2', 'd3', 'd4'], 'd4'],
    ['takes the first of several user turns', [at(null, 'd8')], ['d8', 'd9'], 'd9'],
    [
      'ends where nobody answers any more',
      [at(null, 'd1'), at('d4', 'd6')],
      ['d1', 'd2', 'd3', 'd4', 'd6'],
      undefined,
    ],
    ['ends where none is good enough', [at(null, null)], [], undefined],
    ['waits where the choice is none of the replies', [at(null, 'd3')], [], null],
    ['heeds no choice beside it', [at('d9', 'd10')], [], null],
  ])('%s', (_name, choices, turns, open) => {
    const walk = walkDialogue(smallDialogue, choices);
    expect(walk.turns.map(({ id }) => id)).toEqual(turns);
    expect(walk.open?.at).toBe(open);
  });

  test('has no place in an item without a dialogue', () => {
    expect(walkDialogue([], [])).toMatchObject({ turns: [], forks: [], open: null });
  });
});

test('the places of a tree are those that some way leads to', () => {
  expect(listForks(smallDialogue)).toEqual([
    { at: null, replyIds: ['d1', 'd8'] },
    { at: 'd4', replyIds: ['d5', 'd6', 'd7'] },
    { at: 'd9', replyIds: ['d10', 'd11'] },
  ]);
});

test('how many places can still come is counted along the longest way', () => {
  expect([null, 'd4', 'd9', 'd12'].map((place) => countForksBelow(smallDialogue, place))).toEqual([
    2, 1, 1, 1,
  ]);
});
