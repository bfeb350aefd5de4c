import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freshAttackChat, freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { type CriterionTarget, criterionTargets, scalesOf } from '#domain/rubrics/target.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { CriterionForm } from './criterion-form.tsx';
import { draftOf, rubricOf } from './editor/draft-rubric.ts';
import { editRubric, type RubricEdit } from './editor/rubric-edit.ts';
import { problemsOfCriterion } from './problems.ts';

afterEach(cleanup);

const topic: Criterion = {
  key: 'topic',
  label: 'Topic',
  help: '',
  target: 'task',
  scale: { kind: 'choice', options: [option('code'), option('law')] },
  required: true,
};

function option(key: string, label = key) {
  return { key, label };
}

const ask = (target: CriterionTarget, scale: Scale, more: Partial<Criterion> = {}): Criterion => ({
  ...{ key: 'asked', label: 'Asked', help: '', required: true, target, scale },
  ...more,
});
const rubricWith = (criterion: Criterion): Rubric => ({
  criteria: [topic, criterion],
  overallKey: criterion.target === 'pair' || criterion.target === 'ranking' ? criterion.key : null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
});

/** Shows the form of a criterion that follows one called Topic; gives back what its edits make of the rubric. */
function show(criterion: Criterion) {
  const draft = draftOf(rubricWith(criterion));
  const shown = draft.criteria[1];
  if (shown === undefined) throw new Error('There is no second criterion');
  const problems = problemsOfCriterion(validateRubric(rubricOf(draft)), 1);
  const onEdit = vi.fn<(edit: RubricEdit) => void>();
  render(<CriterionForm criterion={shown} draft={draft} problems={problems} onEdit={onEdit} />);
  return () =>
    rubricOf(onEdit.mock.calls.reduce((made, [edit]) => editRubric(made, edit), draft)).criteria[1];
}

const writing = freshScale('writing');
const marks = freshScale('marks');
const onTopic = (values: string[]) =>
  ({ condition: { criterionKey: 'topic', test: { kind: 'one_of', values } } }) as const;

describe('the form of a criterion', () => {
  it.each<[string, Criterion, RegExp]>([
    ['a scale that does not fit', ask('pair', freshScale('rating')), /cannot be asked of the pair/],
    [
      'a rating upside down',
      ask('task', { ...freshScale('rating'), min: 5, max: 1 }),
      /must be below the highest/,
    ],
    ['a choice of one', ask('task', { kind: 'choice', options: [option('a')] }), /has 2 to 40 options/],
    ['an option twice', ask('task', { kind: 'choice', options: [option('a'), option('a')] }), /used twice/],
    ['too many to choose', ask('task', { ...freshScale('choices'), atMost: 9 }), /can be chosen at most/],
    [
      'a number upside down',
      ask('task', { ...freshScale('number'), min: 9, max: 1 }),
      /must be below the highest/,
    ],
    ['a slider that misses its end', ask('task', { ...freshScale('slider'), step: 7 }), /do not lead from/],
    ['a slider without a name', ask('task', { ...freshScale('slider'), lowLabel: '' }), /label is missing/],
    [
      'a text without room',
      ask('task', { ...freshScale('text'), maxCharacters: 0 }),
      /up to 20000 characters/,
    ],
    ['marks without types', ask('span', { ...marks, types: [] }), /error mark has 1 to 40/],
    ['one severity', ask('span', { ...marks, severities: [option('minor')] }), /severity has 2 to 40/],
    ['a nameless type', ask('span', { ...marks, types: [option('a', '')] }), /label is missing/],
    ['regions without shapes', ask('region', { ...freshScale('regions'), shapes: [] }), /at least one shape/],
    ['a prompt by editing', ask('task', { ...writing, purpose: 'prompt', start: 'edit' }), /nothing to edit/],
    [
      'a phrase twice',
      ask('task', { ...writing, rules: { ...writing.rules, mustInclude: ['a', 'A'] } }),
      /stands twice/,
    ],
    ['a choice of one model', ask('task', { ...freshScale('chat'), models: 1 }), /nothing to choose/],
    [
      'an attack without harms',
      ask('task', { ...freshAttackChat, attack: { ...freshAttackChat.attack, harms: [] } }),
      /1 to 40 harms/,
    ],
    ['a condition on what is gone', ask('task', freshScale('rating'), onTopic(['x'])), /has no answer “x”/],
    [
      'a condition on a criterion that is gone',
      ask('task', freshScale('rating'), {
        condition: { criterionKey: 'gone', test: { kind: 'answered' } },
      }),
      /No criterion has the key "gone"/,
    ],
    [
      '“not applicable” for marks',
      ask('span', marks, { allowNotApplicable: true }),
      /only to ratings, choices, numbers and texts/,
    ],
    [
      'an optional overall criterion',
      ask('pair', freshScale('preference'), { required: false }),
      /must be required/,
    ],
  ])('tells %s at its field, unfolded', (_name, criterion, words) => {
    show(criterion);
    const alert = screen.getAllByText(words)[0];
    expect(alert).toBeDefined();
    for (let fold = alert?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
      expect(fold.open).toBe(true);
    }
  });

  const everyScale = criterionTargets.flatMap((target) =>
    scalesOf[target].map((kind) => [target, kind] as const),
  );
  it.each(everyScale)('shows %s answered by %s without a contradiction', (target, kind) => {
    show(ask(target, freshScale(kind)));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('adds an option by Enter and moves one by Alt and an arrow', () => {
    const made = show(ask('task', freshScale('choice')));
    const first = screen.getByLabelText('Option 1: label');
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(made()?.scale).toMatchObject({ options: [{ key: 'yes' }, { key: 'no' }, { key: 'option_3' }] });
    fireEvent.keyDown(first, { key: 'ArrowDown', altKey: true });
    expect(document.activeElement).toBe(screen.getByLabelText('Option 2: label'));
    expect(made()?.scale).toMatchObject({ options: [{ key: 'no' }, { key: 'yes' }] });
  });

  it('keeps an example apart from the meaning of a point', () => {
    const made = show(ask('task', freshScale('rating')));
    fireEvent.click(screen.getByRole('button', { name: 'Point 5: explain' }));
    fireEvent.change(screen.getByLabelText('Point 5: an example'), { target: { value: '“Yes.”' } });
    expect(made()?.scale).toMatchObject({ anchors: [{ value: 5, help: '> “Yes.”' }] });
  });

  it('asks only on a condition that is chosen in words', () => {
    const made = show(ask('task', freshScale('rating')));
    fireEvent.click(screen.getByText('When it is asked'));
    fireEvent.change(screen.getByLabelText('Ask only if …'), { target: { value: '0' } });
    expect(made()?.condition).toEqual({ criterionKey: 'topic', test: { kind: 'one_of', values: ['law'] } });
  });

  it('widens a condition to another answer', () => {
    const made = show(ask('task', freshScale('rating'), onTopic(['law'])));
    expect(screen.getByText(/only if “Topic” is law/)).toBeDefined();
    fireEvent.click(screen.getByLabelText('code'));
    expect(made()?.condition?.test).toEqual({ kind: 'one_of', values: ['law', 'code'] });
  });
});
