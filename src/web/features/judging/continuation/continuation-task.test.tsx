import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallDialogue } from '#domain/dialogue/dialogue.fixture.ts';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type Desk, layDesk, reduceDesk, seekMissing } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { fetchParts } from '#web/features/judging/fetched/fetched-parts.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';

beforeAll(() => fetchParts(['continuation']));
afterEach(cleanup);

const asked = { help: '', target: 'task', required: true } as const;
function rubricOf(mayStop: boolean): Rubric {
  return {
    criteria: [
      { ...asked, key: 'way', label: 'Which goes on?', scale: { kind: 'continuation', mayStop } },
      { ...asked, key: 'whole', label: 'The whole', scale: freshScale('rating') },
    ],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

function show({ answers = emptyAnswers, mayStop = true }: { answers?: Answers; mayStop?: boolean } = {}) {
  const task = {
    assignmentId: 'a1',
    rubric: rubricOf(mayStop),
    prompt: [{ role: 'user', content: 'Text of the prompt' }],
    responses: [],
    dialogue: smallDialogue,
  } as const;
  const deskTask = deskTaskOf(task);
  const sent = vi.fn();
  let latest = layDesk(deskTask, answers);
  function Screen() {
    const reduce = (desk: Desk, act: JudgeAct) => {
      if (act.kind !== 'command' || act.id !== 'submit') return reduceDesk(desk, act, deskTask);
      const sought = seekMissing(desk, deskTask);
      if (sought === undefined) sent();
      return sought ?? desk;
    };
    const [desk, dispatch] = useReducer(reduce, latest);
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
  return { sent, path: () => latest.answers.continuation?.way, whole: () => latest.answers.task.whole };
}

function press(...keys: string[]) {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}
const replies = () =>
  screen.queryAllByRole('article', { name: /^Reply [A-I]$/ }).map((one) => one.dataset.unit);
const said = () => screen.getByRole('region', { name: 'Conversation' }).textContent ?? '';
const standing = () => within(screen.getByRole('navigation')).getByRole('status').textContent;
const focusedOn = () =>
  document.activeElement?.closest('[role=radiogroup]')?.getAttribute('aria-label') ??
  document.activeElement?.textContent;

describe('going through a dialogue by keyboard', () => {
  it('begins at the prompt with the focus on the question and nothing chosen', () => {
    show();
    expect(replies()).toEqual(['d1', 'd8']);
    expect([standing(), focusedOn()]).toEqual(['Choice 1 of up to 2', 'Which goes on?']);
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
  });

  it('goes on by a digit, past replies that stand alone, to its end and to the next question', () => {
    const { path, whole, sent } = show();
    press('1');
    expect(said()).toContain('Text of d4');
    expect(said()).not.toContain('Text of d8');
    expect([replies(), standing(), focusedOn()]).toEqual([
      ['d5', 'd6', 'd7'],
      'Choice 2, the last',
      'Which goes on?',
    ]);
    press('2');
    expect(path()).toEqual({
      path: [
        { at: null, chosen: 'd1' },
        { at: 'd4', chosen: 'd6' },
      ],
    });
    expect(screen.getByText('The dialogue ends here.')).toBeDefined();
    expect(focusedOn()).toBe('The whole');
    press('4', 'Enter');
    expect(whole()).toBe(4);
    expect(sent).toHaveBeenCalledOnce();
  });

  it('goes one place back, changes a choice there and stays, and offers the later ones again', () => {
    const { path } = show();
    press('1', '2', 'K', 'Backspace');
    expect(replies()).toEqual(['d5', 'd6', 'd7']);
    expect(screen.getByRole('radio', { checked: true }).textContent).toContain('B');
    press('Backspace', '2');
    expect(replies()).toEqual(['d1', 'd8']);
    expect(path()).toEqual({ path: [{ at: null, chosen: 'd8' }], aside: [{ at: 'd4', chosen: 'd6' }] });
    press('Enter');
    expect(replies()).toEqual(['d10', 'd11']);
    press('Backspace', '1', 'Enter');
    expect(replies()).toEqual(['d5', 'd6', 'd7']);
    expect(screen.getByRole('radio', { checked: true }).textContent).toContain('B');
    expect(focusedOn()).toBe('Which goes on?');
  });

  it('takes the first choice back at the first place, and only that one', () => {
    const { path } = show();
    press('1', '3', 'K', 'Backspace', 'Backspace', 'Backspace');
    expect(path()).toEqual({ path: [], aside: [{ at: 'd4', chosen: 'd7' }] });
    expect(replies()).toEqual(['d1', 'd8']);
  });

  it('ends where none is good enough, which X and 0 say', () => {
    const { path } = show();
    press('1', 'x');
    expect(path()?.path.at(-1)).toEqual({ at: 'd4', chosen: null });
    expect(screen.getByText('You ended the dialogue here.')).toBeDefined();
  });

  it('has no such end where the rubric has none', () => {
    const { path } = show({ mayStop: false });
    press('0', 'x');
    expect(path()).toBeUndefined();
    expect(screen.queryByRole('radio', { name: /None/ })).toBeNull();
  });

  it('tries replies by the arrows without going on', () => {
    const { path } = show();
    press('ArrowRight', 'ArrowRight');
    expect([path()?.path, replies()]).toEqual([[{ at: null, chosen: 'd8' }], ['d1', 'd8']]);
    press('ArrowLeft', 'Enter');
    expect([path()?.path, replies()]).toEqual([[{ at: null, chosen: 'd1' }], ['d5', 'd6', 'd7']]);
  });

  it('says what is missing instead of sending half a way', () => {
    const { sent } = show();
    press('1', 'Enter');
    expect(sent).not.toHaveBeenCalled();
    expect(screen.getByText(/The dialogue goes on/)).toBeDefined();
  });

  it('opens a draft where it was left', () => {
    const path = [{ at: null, chosen: 'd1' }];
    show({ answers: { ...emptyAnswers, continuation: { way: { path } } } });
    expect([replies(), standing()]).toEqual([['d5', 'd6', 'd7'], 'Choice 2, the last']);
  });
});

it('a reply is chosen by a click too, and the outline leads back', () => {
  const { path } = show();
  const second = screen.getByRole('article', { name: 'Reply B' });
  fireEvent.click(within(second).getByRole('button'));
  expect([path()?.path, replies()]).toEqual([[{ at: null, chosen: 'd8' }], ['d1', 'd8']]);
  fireEvent.click(screen.getByRole('button', { name: /Go on/ }));
  expect(replies()).toEqual(['d10', 'd11']);
  fireEvent.click(screen.getByRole('button', { name: 'Choice 1: reply B' }));
  expect(replies()).toEqual(['d1', 'd8']);
});
