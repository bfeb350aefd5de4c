import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { WritingScale } from '#domain/rubrics/scale.ts';
import { layDesk, reduceDesk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { fetchParts } from '#web/features/judging/fetched/fetched-parts.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';
import { compareWords, countChanges } from '#web/ui/word-changes/word-difference.ts';

beforeAll(() => fetchParts(['writing']));
afterEach(cleanup);

function show(change: Partial<WritingScale>) {
  const scale: WritingScale = { ...freshScale('writing'), ...change };
  const rubric: Rubric = {
    criteria: [{ key: 'ideal', label: 'Ideal', help: '', target: 'task', scale, required: true }],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
  const task = {
    assignmentId: 'a1',
    rubric,
    prompt: [{ role: 'user', content: 'Why?' }],
    responses: [
      { id: 'r2', text: 'It is cold.' },
      { id: 'r1', text: 'It melts.' },
    ],
  } as const;
  const deskTask = deskTaskOf(task);
  let latest = layDesk(deskTask);
  function Screen() {
    const [desk, dispatch] = useReducer(
      (before: typeof latest, act: JudgeAct) => reduceDesk(before, act, deskTask),
      latest,
    );
    latest = desk;
    return (
      <JudgingView
        task={task}
        desk={desk}
        onAct={dispatch}
        bindings={defaultBindings}
        layout="side_by_side"
        mode="preview"
      />
    );
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Screen />
    </QueryClientProvider>,
  );
  return { written: () => latest.answers.writing?.ideal };
}

const area = () => screen.getByRole('textbox', { name: 'Ideal' });

describe('writing a reference response', () => {
  it('starts from a response by its digit, in the order on screen', () => {
    const { written } = show({ start: 'edit' });
    fireEvent.keyDown(screen.getByRole('group', { name: 'What to start from' }), { key: '2' });
    expect(written()).toEqual({ text: 'It melts.', editedFrom: 'r1' });
    fireEvent.change(area(), { target: { value: 'It melts a little.' } });
    expect(written()).toEqual({ text: 'It melts a little.', editedFrom: 'r1' });
  });

  it('shows what was changed word by word', () => {
    show({ start: 'edit' });
    fireEvent.click(screen.getByRole('button', { name: /Edit B/ }));
    fireEvent.change(area(), { target: { value: 'It slowly melts.' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Changes' }));
    expect(screen.getByText('1 word added, 0 taken away')).toBeTruthy();
  });

  it('starts empty where it is to be written from scratch, and an emptied text is none', () => {
    const { written } = show({ start: 'blank' });
    fireEvent.change(area(), { target: { value: 'Water.' } });
    expect(written()).toEqual({ text: 'Water.', editedFrom: null });
    fireEvent.change(area(), { target: { value: '' } });
    expect(written()).toBeUndefined();
  });

  it('offers no blank start where a response is to be edited', () => {
    show({ start: 'edit' });
    expect(screen.queryByRole('button', { name: /from scratch/ })).toBeNull();
    cleanup();
    show({ start: 'either' });
    expect(screen.getByRole('button', { name: /from scratch/ })).toBeTruthy();
  });

  it('says live which rules the text keeps to', () => {
    const rules = { ...freshScale('writing').rules, minWords: 3, mustInclude: ['{water}'] };
    show({ start: 'blank', rules });
    fireEvent.change(area(), { target: { value: 'Only two' } });
    const list = within(screen.getByRole('list', { name: 'Rules' }));
    expect(list.getByText(/This text has 2 words; at least 3 are wanted/)).toBeTruthy();
    expect(list.getByText(/“\{water\}” is still to be mentioned/)).toBeTruthy();
    fireEvent.change(area(), { target: { value: 'Here is {water}' } });
    expect(list.queryByText(/wanted/)).toBeNull();
  });
});

describe('the difference of two texts', () => {
  it('counts words', () => {
    const parts = compareWords('one two three', 'one 2 three four') ?? [];
    expect(countChanges(parts)).toEqual({ added: 2, removed: 1 });
  });

  it('is left out where it would hold up the typing', () => {
    expect(compareWords('a '.repeat(30_000), 'b')).toBeUndefined();
  });
});
