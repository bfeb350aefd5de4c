import { describe, expect, test } from 'vitest';
import { type AdjudicationFacts, type AdjudicationWish, decideAdjudication } from './adjudication.ts';

const wish: AdjudicationWish = { hasAnswers: true, cause: 'slip', words: '', outcomes: [] };
const base: AdjudicationFacts = { wish, mayManage: true, currentId: null, seenId: null, judgments: 2 };

describe('decideAdjudication', () => {
  test.each<[string, Partial<AdjudicationFacts>, Partial<AdjudicationWish>, string]>([
    ['a final answer', {}, {}, 'accept'],
    ['a bad item without one', {}, { hasAnswers: false, cause: 'bad_item', outcomes: ['drop'] }, 'accept'],
    ['a slip without one', {}, { hasAnswers: false }, 'adjudication_invalid'],
    ['dropping a good item', {}, { outcomes: ['drop'] }, 'adjudication_invalid'],
    ['gold', {}, { outcomes: ['gold'] }, 'accept'],
    ['gold by a reviewer', { mayManage: false }, { outcomes: ['gold'] }, 'not_allowed'],
    ['gold of a dropped item', {}, { cause: 'bad_item', outcomes: ['gold', 'drop'] }, 'adjudication_invalid'],
    [
      'gold of a bad item without an answer',
      {},
      { hasAnswers: false, cause: 'bad_item', outcomes: ['gold'] },
      'adjudication_invalid',
    ],
    ['a precedent without words', {}, { outcomes: ['precedent'], words: ' ' }, 'adjudication_invalid'],
    ['feedback with words', {}, { outcomes: ['feedback'], words: 'Silent on ties.' }, 'accept'],
    [
      'what somebody else settled meanwhile',
      { currentId: 'a2', seenId: 'a1' },
      {},
      'adjudication_superseded',
    ],
    ['an item that nobody judged', { judgments: 0 }, {}, 'adjudication_invalid'],
  ])('answers %s', (_, facts, part, outcome) => {
    const decision = decideAdjudication({ ...base, ...facts, wish: { ...wish, ...part } });
    expect('kind' in decision ? decision.kind : decision.refused).toBe(outcome);
  });
});
