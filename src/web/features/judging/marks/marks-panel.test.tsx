import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { layDesk, reduceDesk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { fetchParts } from '#web/features/judging/fetched/fetched-parts.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';

beforeAll(() => fetchParts(['marks']));
afterEach(cleanup);

function show(scale: Scale) {
  const rubric: Rubric = {
    criteria: [{ key: 'errors', label: 'Errors', help: '', target: 'span', scale, required: true }],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
  const task = {
    assignmentId: 'a1',
    rubric,
    prompt: [{ role: 'user', content: 'Why?' }],
    responses: [{ id: 'r1', text: 'Ice **is** dry. It melts.' }],
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
        mode="live"
      />
    );
  }
  render(<Screen />);
  return { marks: () => latest.answers.span?.errors };
}

function press(...keys: string[]) {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

describe('error marks', () => {
  it('are made by keyboard alone: passage, type, severity', () => {
    const { marks } = show(freshScale('marks'));
    press('e', 'ArrowDown', 'Enter', '1', '2', 'Enter');
    expect(marks()).toEqual([
      { id: 'm1', unitId: 'r1', start: 16, end: 25, label: 'hallucination', severity: 'major' },
    ]);
    expect(document.activeElement?.id).toBe('judge-span-errors');
  });

  it('take an explanation and a correction, in which digits are only digits', () => {
    const { marks } = show(freshScale('marks'));
    press('e', 'Enter', '1');
    const note = screen.getByRole('textbox', { name: /Explanation/ });
    fireEvent.change(note, { target: { value: 'Not in 2 seconds' } });
    fireEvent.keyDown(note, { key: '3' });
    expect(marks()).toMatchObject([{ label: 'hallucination', note: 'Not in 2 seconds' }]);
    expect(marks()?.[0]?.severity).toBeUndefined();
  });

  it('go by Backspace', () => {
    const { marks } = show(freshScale('marks'));
    press('e', 'Enter', 'Backspace');
    expect(marks()).toEqual([]);
  });

  it('are none by 0, and that is an answer', () => {
    const { marks } = show(freshScale('marks'));
    press('0');
    expect(marks()).toEqual([]);
    expect(screen.getByText(/Nothing to mark, you said/)).toBeTruthy();
  });

  it('may be about the whole response', () => {
    const { marks } = show(freshScale('marks'));
    press('e', 'a', '0');
    expect(marks()).toEqual([{ id: 'm1', unitId: 'r1', start: null, end: null, label: 'verbosity' }]);
  });
});

describe('claims', () => {
  it('are split off by sentence and judged one after the other', () => {
    const { marks } = show(freshScale('claims'));
    fireEvent.click(screen.getByRole('button', { name: 'Split A into claims' }));
    const rows = within(screen.getByRole('region', { name: 'Errors' })).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    fireEvent.click(within(rows[0] as HTMLElement).getByRole('button'));
    press('1', 'ArrowDown', '2');
    expect(marks()?.map(({ label }) => label)).toEqual(['supported', 'refuted']);
  });
});
