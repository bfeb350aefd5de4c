import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { layDesk, reduceDesk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';
import type { ViewTask } from './scene.ts';

afterEach(cleanup);

function rubricOf(target: CriterionTarget, scale: Scale): Rubric {
  return {
    criteria: [{ key: 'asked', label: 'Asked', help: '', target, scale, required: true }],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

function show(task: ViewTask) {
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
  return { answers: () => latest.answers };
}

function press(...keys: string[]) {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

const solution: ViewTask = {
  assignmentId: 'a1',
  rubric: rubricOf('step', { ...freshScale('step_label'), stopAtFirstError: true }),
  prompt: [{ role: 'user', content: 'What is 2 + 2 + 2?' }],
  responses: [{ id: 'r1', text: 'Two and two make four.\n\nFour and two make seven.\n\nSo it is seven.' }],
};

describe('a solution that is labelled step by step', () => {
  it('is walked by digits, up to the first error', () => {
    const { answers } = show(solution);
    expect(within(screen.getByRole('article', { name: 'Response A' })).getAllByRole('listitem')).toHaveLength(
      3,
    );
    press('1', '3');
    expect(answers().step).toEqual({ asked: { 'r1.s1': 'good', 'r1.s2': 'bad' } });
    expect(screen.getByRole('radiogroup', { name: 'Asked, step 2' })).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Asked, step 3' })).toBeNull();
  });

  it('asks on when the first error is taken back', () => {
    const { answers } = show(solution);
    press('3', 'Backspace', '1');
    expect(answers().step).toEqual({ asked: { 'r1.s1': 'good' } });
    expect(screen.getByRole('radiogroup', { name: 'Asked, step 3' })).toBeTruthy();
  });
});

describe('a conversation that is judged turn by turn', () => {
  it('asks about each turn of the assistant', () => {
    const { answers } = show({
      assignmentId: 'a2',
      rubric: rubricOf('turn', { kind: 'rating', min: 1, max: 5, anchors: [] }),
      prompt: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hello, what can I do?' },
        { role: 'user', content: 'Sing' },
        { role: 'assistant', content: 'La la la' },
      ],
      responses: [],
    });
    press('4', '2');
    expect(answers().turn).toEqual({ asked: { t2: 4, t4: 2 } });
  });
});

describe('a brief', () => {
  it('stands above everything, with its constraints', () => {
    show({
      assignmentId: 'a3',
      rubric: rubricOf('task', freshScale('text')),
      prompt: [],
      responses: [],
      brief: { title: 'Refusals', goal: 'Make it say **no**.', constraints: ['One turn', 'In English'] },
    });
    const card = screen.getByRole('region', { name: 'Goal' });
    expect(within(card).getByText('no').tagName).toBe('STRONG');
    expect(
      within(card)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['One turn', 'In English']);
  });
});
