import { describe, expect, it } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { aRubric } from '#web/features/results/answers/results-rubric.fixture.ts';
import { type JudgmentSearch, listStrengths, toJudgmentQuery, withFilter } from './judgment-filters.ts';

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

describe('the strengths to choose from', () => {
  const scale = { kind: 'preference', tie: true, bothBad: false, anchors: [] } as const;
  const criterion = { label: 'Tone', help: '', target: 'pair', required: false } as const;
  const withOverall = (steps: number): Rubric => ({
    ...aRubric,
    overallKey: 'overall',
    criteria: [
      // Another comparison, finer than the one that the list is narrowed by.
      { ...criterion, key: 'tone', scale: { ...scale, steps: 5 } },
      { ...criterion, key: 'overall', scale: { ...scale, steps } },
    ],
  });
  it.each([
    [1, []],
    [2, ['2']],
    [3, ['2 and more', '3']],
  ])('are those of an overall scale with %i', (steps, labels) => {
    expect(listStrengths(withOverall(steps)).map(({ label }) => label)).toEqual(labels);
  });

  it('are none where nothing is compared', () => {
    expect(listStrengths({ ...withOverall(3), overallKey: null })).toEqual([]);
  });
});
