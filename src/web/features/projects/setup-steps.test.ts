import { describe, expect, it } from 'vitest';
import { listSetupSteps } from './setup-steps.ts';

const fresh = {
  rubricVersion: 1,
  guidelineVersion: 1,
  itemsTotal: 0,
  overlap: 2,
  state: 'draft',
  annotators: 0,
  invited: 0,
} as const;
const done = (change: object) =>
  listSetupSteps({ ...fresh, ...change })
    .filter((step) => step.isDone)
    .map((step) => step.key);

describe('the set-up of a project', () => {
  it.each([
    ['from a template', {}, ['rubric', 'guidelines']],
    ['without guidelines', { guidelineVersion: 0 }, ['rubric']],
    ['with items', { itemsTotal: 3 }, ['rubric', 'guidelines', 'items']],
    ['with too few annotators', { annotators: 1 }, ['rubric', 'guidelines']],
    ['with enough annotators', { annotators: 2 }, ['rubric', 'guidelines', 'people']],
    ['that is paused', { state: 'paused' }, ['rubric', 'guidelines', 'open']],
  ])('%s shows how far it has come', (_, change, keys) => {
    expect(done(change)).toEqual(keys);
  });

  it('says how many people are still wanted', () => {
    const people = listSetupSteps({ ...fresh, annotators: 1, invited: 3 }).find(
      (step) => step.key === 'people',
    );
    expect(people?.text).toBe('1 annotator, 3 invited. Each item wants 2.');
  });
});
