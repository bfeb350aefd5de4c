import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type Desk, layDesk, reduceDesk, seekMissing } from '#web/features/judging/desk/desk.ts';
import { deskRubric, ratingRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { resolveBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from './judging-view.tsx';

afterEach(cleanup);

const responses = [
  { id: 'r2', text: 'Second **answer**' },
  { id: 'r1', text: 'First answer' },
];
const responseIds = responses.map((response) => response.id);

interface ShowOptions {
  readonly rubric?: Rubric;
  readonly keys?: Record<string, string>;
  readonly mode?: 'live' | 'preview';
}

function show({ rubric = deskRubric, keys = {}, mode = 'live' }: ShowOptions = {}) {
  const task = { rubric, responseIds };
  const heard = vi.fn();
  let latest = layDesk(task);
  function Screen({ assignmentId = 'a1' }: { readonly assignmentId?: string }) {
    const reduce = (desk: Desk, act: JudgeAct) =>
      act.kind === 'command' && act.id === 'submit'
        ? (seekMissing(desk, task) ?? desk)
        : reduceDesk(desk, act, task);
    const [desk, dispatch] = useReducer(reduce, latest);
    latest = desk;
    return (
      <JudgingView
        task={{ assignmentId, rubric, prompt: [{ role: 'user', content: 'Question?' }], responses }}
        desk={desk}
        onAct={(act) => {
          heard(act);
          dispatch(act);
        }}
        bindings={resolveBindings(keys)}
        layout="side_by_side"
        mode={mode}
      />
    );
  }
  const view = render(<Screen />);
  return {
    ...view,
    heard,
    answers: () => latest.answers,
    next: () => view.rerender(<Screen assignmentId="a2" />),
  };
}

function press(key: string, more: Partial<KeyboardEventInit> = {}) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}
const group = (name: string) => screen.getByRole('radiogroup', { name });
const focusedGroup = () => document.activeElement?.closest('[role=radiogroup]')?.getAttribute('aria-label');

describe('the judging screen', () => {
  it('is neutral until something is answered', () => {
    show();
    for (const radio of screen.getAllByRole('radio'))
      expect(radio.getAttribute('aria-checked')).toBe('false');
    expect(focusedGroup()).toBe('Which is better?');
  });

  it('shows the conversation and each response under its letter, in the order given', () => {
    show();
    expect(screen.getByRole('article', { name: 'Response A' }).textContent).toContain('Second answer');
    expect(screen.getByRole('article', { name: 'Response B' }).textContent).toContain('First answer');
    expect(screen.getByRole('region', { name: 'Conversation' }).textContent).toContain('Question?');
  });

  it('shows the anchors of a preference on both sides alike', () => {
    show();
    const names = within(group('Which is better?'))
      .getAllByRole('radio')
      .map((radio) => radio.getAttribute('aria-label'));
    expect(names).toEqual([
      'A: Much better (3)',
      'A: Better (2)',
      'A: Slightly better (1)',
      'About the same',
      'B: Slightly better (1)',
      'B: Better (2)',
      'B: Much better (3)',
    ]);
  });

  it('takes a whole judgment by keyboard', () => {
    const { answers } = show();
    press('ArrowLeft');
    press('ArrowLeft');
    press('j');
    press('4');
    press('2');
    press('1');
    const why = screen.getByRole('textbox', { name: 'Why?' });
    expect(document.activeElement).toBe(why);
    fireEvent.change(why, { target: { value: 'It is shorter.' } });
    press('Escape');
    press('3');
    expect(answers()).toEqual({
      pair: { overall: { verdict: 'prefers', responseId: 'r2', strength: 2 } },
      response: { helpful: { r2: 4, r1: 2 } },
      task: { topic: 'code' },
      justification: 'It is shorter.',
      confidence: 3,
    });
  });

  it.each([
    ['0', { verdict: 'tie' }],
    ['x', { verdict: 'both_bad' }],
    ['7', { verdict: 'prefers', responseId: 'r1', strength: 3 }],
  ])('answers the preference by %s', (key, expected) => {
    const { answers } = show();
    press(key);
    expect(answers().pair.overall).toEqual(expected);
  });

  it('moves the focus to what is missing, and says it', () => {
    show();
    press('ArrowRight');
    press('Enter');
    expect(focusedGroup()).toBe('Helpful, response A');
    expect(screen.getByText('“Helpful” for A still needs an answer.')).not.toBeNull();
    expect(group('Helpful, response A').getAttribute('aria-invalid')).toBe('true');
    press('3');
    expect(screen.queryByText('“Helpful” for A still needs an answer.')).toBeNull();
  });

  it('keeps the focus in the dock from task to task', () => {
    const { next } = show({ rubric: ratingRubric });
    expect(focusedGroup()).toBe('Helpful, response A');
    next();
    expect(focusedGroup()).toBe('Helpful, response A');
  });

  it('does not submit again while a key is held down', () => {
    const { heard } = show();
    press('Enter');
    press('Enter', { repeat: true });
    expect(heard.mock.calls.filter(([act]) => act.kind === 'command' && act.id === 'submit')).toHaveLength(1);
  });

  it('leaves Enter to a button that has the focus', () => {
    const { heard } = show();
    screen.getByRole('button', { name: /^Skip/ }).focus();
    press('Enter');
    expect(heard).not.toHaveBeenCalledWith({ kind: 'command', id: 'submit' });
  });

  it('writes letters into the justification', () => {
    const { heard } = show();
    press('w');
    heard.mockClear();
    press('s');
    press('1');
    expect(heard).not.toHaveBeenCalled();
    press('Enter', { ctrlKey: true });
    expect(heard).toHaveBeenCalledWith({ kind: 'command', id: 'submit' });
  });

  it('counts towards the shortest justification', () => {
    show();
    fireEvent.change(screen.getByRole('textbox', { name: 'Why?' }), { target: { value: 'abc' } });
    expect(screen.getByText('3 of 5')).not.toBeNull();
  });

  it('obeys remapped keys and shows them', () => {
    const { heard } = show({ keys: { submit: 'Y', skip: 'Z' } });
    press('y');
    expect(heard).toHaveBeenLastCalledWith({ kind: 'command', id: 'submit' });
    press('Enter');
    expect(heard.mock.calls.filter(([act]) => act.kind === 'command')).toHaveLength(1);
    expect(screen.getByRole('button', { name: /^Skip/ }).textContent).toContain('Z');
  });

  it('works by pointer too', () => {
    const { answers } = show();
    fireEvent.click(screen.getByRole('radio', { name: 'B: Better (2)' }));
    fireEvent.click(screen.getByRole('button', { name: /Both bad/ }));
    expect(answers().pair.overall).toEqual({ verdict: 'both_bad' });
  });
});

describe('a preview', () => {
  it('takes neither the focus nor keys from outside', () => {
    const { heard } = show({ mode: 'preview' });
    expect(document.activeElement).toBe(document.body);
    press('ArrowLeft');
    expect(heard).not.toHaveBeenCalled();
    within(group('Which is better?')).getAllByRole('radio')[0]?.focus();
    press('ArrowLeft');
    expect(heard).toHaveBeenCalledWith({ kind: 'command', id: 'prefer_left' });
  });

  it('offers neither skip nor flag', () => {
    show({ mode: 'preview' });
    expect(screen.queryByRole('button', { name: /Skip|Flag/ })).toBeNull();
  });
});
