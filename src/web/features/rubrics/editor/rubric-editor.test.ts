import { describe, expect, it } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { draftOf, findCriterion, rubricOf } from './draft-rubric.ts';
import type { RubricEdit } from './rubric-edit.ts';
import {
  type EditorEvent,
  lastSoundRubric,
  openEditor,
  type RubricEditor,
  reduceEditor,
} from './rubric-editor.ts';

const [template] = rubricTemplates;
if (template === undefined) throw new Error('There is no template');
const { rubric } = template;
const start = () => openEditor(draftOf(rubric), 1);
const edit = (...edits: RubricEdit[]): EditorEvent[] => edits.map((one) => ({ kind: 'edit', edit: one }));
const play = (events: readonly EditorEvent[], editor: RubricEditor = start()) =>
  events.reduce(reduceEditor, editor);
const keys = (editor: RubricEditor) => editor.present.criteria.map((criterion) => criterion.key);

describe('the rubric editor', () => {
  it('gives back the rubric that it was opened with', () => {
    expect(rubricOf(start().present)).toEqual(rubric);
  });

  it('makes the key of a new criterion from its label until the key is written', () => {
    const added = play(edit({ kind: 'add', target: 'response', scale: freshScale('rating') }));
    const id = added.present.nextId - 1;
    const named = play(edit({ kind: 'label', id, label: 'Café ordering' }), added);
    expect(findCriterion(named.present, id)?.key).toBe('cafe_ordering');
    const own = play(edit({ kind: 'key', id, key: 'order' }, { kind: 'label', id, label: 'Else' }), named);
    expect(findCriterion(own.present, id)?.key).toBe('order');
  });

  it('keeps the key of a published criterion when its label changes', () => {
    expect(keys(play(edit({ kind: 'label', id: 1, label: 'Usefulness' })))[1]).toBe('helpfulness');
  });

  it('selects what was added and the neighbour of what was removed', () => {
    const added = play(edit({ kind: 'add', target: 'task', scale: freshScale('choice') }));
    expect(added.selected).toBe(4);
    expect(play(edit({ kind: 'remove', id: 4 }), added).selected).toBe(3);
  });

  it('undoes strokes in one field together and other acts one by one', () => {
    const typed = play([
      ...edit({ kind: 'label', id: 1, label: 'H' }, { kind: 'label', id: 1, label: 'He' }),
      ...edit({ kind: 'required', id: 1, required: true }),
    ]);
    const once = play([{ kind: 'undo' }], typed);
    expect(findCriterion(once.present, 1)).toMatchObject({ label: 'He', required: false });
    const twice = play([{ kind: 'undo' }], once);
    expect(findCriterion(twice.present, 1)?.label).toBe('Helpfulness');
    expect(play([{ kind: 'redo' }, { kind: 'redo' }], twice).present).toEqual(typed.present);
  });

  it('forgets what was undone after a new edit', () => {
    const editor = play([
      ...edit({ kind: 'label', id: 1, label: 'A' }),
      { kind: 'undo' },
      ...edit({ kind: 'label', id: 2, label: 'B' }),
    ]);
    expect(editor.future).toEqual([]);
  });

  it('brings the edits back after a newer version was loaded over them', () => {
    const edited = play(edit({ kind: 'label', id: 1, label: 'Mine' }));
    const loaded = play([{ kind: 'load', rubric, basedOn: 2 }], edited);
    expect(loaded).toMatchObject({ basedOn: 2 });
    expect(rubricOf(loaded.present)).toEqual(rubric);
    expect(rubricOf(play([{ kind: 'undo' }], loaded).present).criteria[1]?.label).toBe('Mine');
  });

  it('selects something of what was loaded, however little it is', () => {
    const one = { ...rubric, criteria: rubric.criteria.slice(0, 1) };
    const atLast = play([{ kind: 'select', selected: 3 }]);
    expect(play([{ kind: 'load', rubric: one, basedOn: 1 }], atLast).selected).toBe(0);
    const none = { ...rubric, criteria: [], overallKey: null };
    expect(play([{ kind: 'load', rubric: none, basedOn: 1 }], atLast).selected).toBe('around');
  });

  it('starts afresh from a version that was published', () => {
    const edited = play(edit({ kind: 'label', id: 1, label: 'Mine' }));
    const published = play([{ kind: 'published', rubric: rubricOf(edited.present), version: 2 }], edited);
    expect(published).toMatchObject({ past: [], basedOn: 2, selected: 0 });
  });
});

describe('an edit', () => {
  const rows: [string, RubricEdit[], string[]][] = [
    [
      'moves a criterion down',
      [{ kind: 'move', id: 0, to: 2 }],
      ['helpfulness', 'honesty', 'overall', 'harmlessness'],
    ],
    [
      'moves no further than the end',
      [{ kind: 'move', id: 2, to: 9 }],
      ['overall', 'helpfulness', 'harmlessness', 'honesty'],
    ],
    [
      'copies a criterion under a new key',
      [{ kind: 'copy', id: 1 }],
      ['overall', 'helpfulness', 'helpfulness_copy', 'honesty', 'harmlessness'],
    ],
    ['removes a criterion', [{ kind: 'remove', id: 1 }], ['overall', 'honesty', 'harmlessness']],
  ];
  it.each(rows)('%s', (_, edits, expected) => {
    expect(keys(play(edit(...edits)))).toEqual(expected);
  });

  it('makes the next pair criterion overall and required when the overall one is removed', () => {
    const made = rubricOf(play(edit({ kind: 'remove', id: 0 })).present);
    expect(made.overallKey).toBe('helpfulness');
    expect(made.criteria[0]?.required).toBe(true);
  });

  it('gives a criterion a scale that fits its new target', () => {
    const asked = play(edit({ kind: 'target', id: 1, target: 'response' }));
    expect(findCriterion(asked.present, 1)?.scale.kind).toBe('rating');
  });

  it('lets a ranking stand for the whole where no pair does', () => {
    const removed = [0, 1, 2, 3].map((id) => ({ kind: 'remove', id }) as const);
    const ranking = { kind: 'add', target: 'ranking', scale: freshScale('ranking') } as const;
    const editor = play(edit(...removed, ranking, { kind: 'label', id: 4, label: 'Order' }));
    expect(rubricOf(editor.present).overallKey).toBe('order');
  });

  it('takes “not applicable” away with the value that it stood for', () => {
    const task = { kind: 'add', target: 'task', scale: freshScale('rating') } as const;
    const allowed = play(edit(task, { kind: 'not_applicable', id: 4, allowed: true }));
    expect(findCriterion(allowed.present, 4)?.allowNotApplicable).toBe(true);
    const chat = play(edit({ kind: 'scale', id: 4, scale: freshScale('chat') }), allowed);
    expect(findCriterion(chat.present, 4)).not.toHaveProperty('allowNotApplicable');
  });

  it('asks about conflicts and leaves the way out to the lead', () => {
    const edited = play(
      edit({ kind: 'conflict', conflict: 'required' }, { kind: 'unsettled', unsettled: false }),
    );
    expect(rubricOf(edited.present)).toMatchObject({ conflict: 'required', unsettled: false });
  });

  it('drops the shortest length where no justification is required', () => {
    const asked = edit(
      { kind: 'justification', ask: 'required' },
      { kind: 'justification', minCharacters: 40 },
    );
    const off = play([...asked, ...edit({ kind: 'justification', ask: 'off' })]);
    expect(off.present.justification).toEqual({ ask: 'off', minCharacters: 0 });
  });
});

describe('the rubric that the preview shows', () => {
  it('is the newest one without contradictions', () => {
    const broken = play(
      edit({ kind: 'label', id: 1, label: 'Useful' }, { kind: 'key', id: 2, key: 'helpfulness' }),
    );
    expect(lastSoundRubric(broken)?.criteria[1]?.label).toBe('Useful');
    expect(lastSoundRubric(broken)?.criteria[2]?.key).toBe('honesty');
  });
});
