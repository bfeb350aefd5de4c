import { describe, expect, it } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { draftOf, rubricOf } from './draft-rubric.ts';
import { editRubric, type RubricEdit } from './rubric-edit.ts';
import { changeOption, removeOption } from './scale-edits.ts';

const options = [
  { key: 'safe', label: 'Safe' },
  { key: 'unsafe', label: 'Unsafe' },
  { key: 'unclear', label: 'Unclear' },
];
const asked = { help: '', target: 'task', required: true } as const;
const rubric: Rubric = {
  criteria: [
    { ...asked, key: 'safety', label: 'Safety', scale: { kind: 'choice', options } },
    {
      ...asked,
      key: 'severity',
      label: 'Severity',
      scale: { kind: 'rating', min: 1, max: 3, anchors: [] },
      condition: { criterionKey: 'safety', test: { kind: 'one_of', values: ['unsafe'] } },
    },
  ],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};
const conditionAfter = (edit: RubricEdit) =>
  rubricOf(editRubric(draftOf(rubric), edit)).criteria.at(-1)?.condition;

describe('a condition', () => {
  it('comes back from a draft as it was', () => {
    expect(rubricOf(draftOf(rubric))).toEqual(rubric);
  });

  it('follows the criterion that it rests on to another key', () => {
    expect(conditionAfter({ kind: 'key', id: 0, key: 'danger' })?.criterionKey).toBe('danger');
  });

  it('follows an option to another key', () => {
    const scale = { kind: 'choice', options: changeOption(options, 1, { label: 'Harmful' }) } as const;
    expect(conditionAfter({ kind: 'scale', id: 0, scale })?.test).toEqual({
      kind: 'one_of',
      values: ['harmful'],
    });
  });

  it('stays with an option that is gone, so that the contradiction is told', () => {
    const scale = { kind: 'choice', options: removeOption(options, 1) } as const;
    expect(conditionAfter({ kind: 'scale', id: 0, scale })?.test).toEqual({
      kind: 'one_of',
      values: ['unsafe'],
    });
  });

  it('names the criterion that is gone', () => {
    expect(conditionAfter({ kind: 'remove', id: 0 })?.criterionKey).toBe('safety');
  });
});
