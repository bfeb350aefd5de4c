import { describe, expect, it } from 'vitest';
import { createProject } from '#contract/projects.ts';
import {
  checkProjectForm,
  describeMinutes,
  describeTiming,
  projectRequest,
  usualSettings,
} from './new-project-form.ts';

const form = { ...usualSettings, templateKey: 'pairwise_7_point', name: ' Harmless base ' };

describe('a new project', () => {
  it('is sent as the contract takes it, without spaces around its name', () => {
    const parsed = createProject.body.parse(projectRequest(form));
    expect(parsed).toMatchObject({
      name: 'Harmless base',
      overlap: 2,
      leaseMs: 1_800_000,
      amendWindowMs: 3_600_000,
    });
  });

  it.each([
    ['as it stands', {}, []],
    ['without a name', { name: '  ' }, ['name']],
    ['for nobody', { overlap: 0 }, ['overlap']],
    ['for a crowd', { overlap: 51 }, ['overlap']],
    ['with a lease over a day', { leaseMinutes: 1441 }, ['leaseMinutes']],
    ['that allows no amendment', { amendMinutes: 0 }, []],
    ['that allows amendments for a fortnight', { amendMinutes: 20_160 }, ['amendMinutes']],
  ])('%s is checked', (_, change, fields) => {
    expect(Object.keys(checkProjectForm({ ...form, ...change }))).toEqual(fields);
  });

  it('says in a sentence how the work is shared out', () => {
    expect(describeTiming({ overlap: 1, leaseMinutes: 90, amendMinutes: 0 })).toBe(
      'Each item is judged by one person. A task left untouched for 1 hour 30 minutes goes back to the queue. A submitted judgment cannot be changed.',
    );
  });

  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [1440, '1 day'],
    [2945, '2 days 1 hour 5 minutes'],
  ])('%d minutes read %s', (minutes, words) => {
    expect(describeMinutes(minutes)).toBe(words);
  });
});
