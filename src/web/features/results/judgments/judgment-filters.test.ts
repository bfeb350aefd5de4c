import { describe, expect, it } from 'vitest';
import { type JudgmentSearch, toJudgmentQuery, withFilter } from './judgment-filters.ts';

const someId = '0190a5c2-7b1e-7c3a-9d2e-3f4a5b6c7d8e';

describe('filters in the address', () => {
  it.each<[string, JudgmentSearch, object]>([
    ['nothing', {}, {}],
    ['a person', { annotatorId: someId }, { annotatorId: someId }],
    ['a person that is no id', { annotatorId: 'ada' }, {}],
    ['a verdict', { verdict: 'tie' }, { verdict: 'tie' }],
    ['an unknown verdict', { verdict: 'maybe' }, {}],
    ['a strength', { minStrength: '2' }, { minStrength: 2 }],
    ['a strength out of reach', { minStrength: '11' }, {}],
    ['a strength that is a word', { minStrength: 'much' }, {}],
    ['flags', { flagged: 'true' }, { flagged: 'true' }],
    ['a day that does not exist', { from: 'yesterday' }, {}],
    [
      'days, the last one whole',
      { from: '2026-03-04', until: '2026-03-04' },
      { from: new Date(2026, 2, 4).toISOString(), until: new Date(2026, 2, 5).toISOString() },
    ],
  ])('with %s become a question', (_, search, query) => {
    expect(toJudgmentQuery(search)).toEqual(query);
  });

  it('leave the address when they are emptied', () => {
    expect(withFilter({ verdict: 'tie', minStrength: '2' }, 'verdict', '')).toEqual({ minStrength: '2' });
  });
});
