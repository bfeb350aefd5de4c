import { describe, expect, it } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { draftOf, rubricOf } from './editor/draft-rubric.ts';
import { editRubric } from './editor/rubric-edit.ts';
import { leaveOutFollowers, problemsBelow, problemsOfCriterion, selectionOf, tellTwins } from './problems.ts';

const base = rubricTemplates[0]?.rubric;
if (base === undefined) throw new Error('There is no template');
const draft = editRubric(draftOf(base), { kind: 'key', id: 2, key: 'helpfulness' });
const places = validateRubric(rubricOf(draft));

describe('a contradiction', () => {
  it('is told at its own field and nowhere else', () => {
    expect(problemsOfCriterion(places, 2).at('key')).toContain('used twice');
    expect(problemsOfCriterion(places, 2).at('label')).toBeUndefined();
    expect(problemsOfCriterion(places, 1).count).toBe(0);
  });

  it('leads to its criterion', () => {
    expect(places.map((place) => selectionOf(place, draft))).toEqual([2]);
  });

  it('of the whole rubric leads to what stands around the criteria', () => {
    const place = { path: 'overallKey', message: 'x' };
    expect(selectionOf(place, draft)).toBe('around');
    expect(problemsBelow([place], 'overallKey').at('')).toBe('x');
  });

  it('of criterion 10 is not told at criterion 1', () => {
    expect(problemsOfCriterion([{ path: 'criteria.10.key', message: 'x' }], 1).count).toBe(0);
  });

  it('between two keys is told at both criteria', () => {
    const told = tellTwins(places, rubricOf(draft).criteria);
    expect(told.map(({ path }) => path)).toEqual(['criteria.1.key', 'criteria.2.key']);
  });

  it('of a new criterion is told once, at its label', () => {
    const fresh = editRubric(draftOf(base), { kind: 'add', target: 'task', scale: freshScale('rating') });
    const told = leaveOutFollowers(validateRubric(rubricOf(fresh)), fresh);
    expect(told.map(({ path }) => path)).toEqual(['criteria.4.label']);
  });
});
