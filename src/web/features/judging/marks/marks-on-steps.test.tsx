import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { layDesk, reduceDesk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { fetchParts } from '#web/features/judging/fetched/fetched-parts.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';

beforeAll(() => fetchParts(['marks']));

const painted = new Map<string, Set<AbstractRange>>();
beforeEach(() => {
  painted.clear();
  vi.stubGlobal('CSS', { highlights: painted, escape: (text: string) => text });
  vi.stubGlobal('Highlight', class extends Set {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const paintedAs = (name: string) => [...(painted.get(name) ?? [])].map((range) => range.toString());
const asked = { help: '', required: false } as const;
const rubric: Rubric = {
  criteria: [
    { ...asked, key: 'label', label: 'Label', target: 'step', scale: freshScale('step_label') },
    { ...asked, key: 'errors', label: 'Errors', target: 'span', scale: freshScale('marks') },
  ],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};
const text = 'Let *n* be **2**.\r\n\r\nThen n + n = 5 🙂.\r\n\r\nSo it is five.';
const other = 'Let *n* be **2**.\r\n\r\nThen n + n = 4 🙂.\r\n\r\nSo it is four.';

function show() {
  const task = {
    assignmentId: 'a1',
    rubric,
    prompt: [],
    responses: [
      { id: 'r1', text },
      { id: 'r2', text: other },
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
        mode="live"
      />
    );
  }
  render(<Screen />);
  return { marks: () => latest.answers.span?.errors };
}

function press(key: string) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

/** Selects from a word of a step to a word of the same or a later one. */
function select(from: string, to: string) {
  const found = (words: string) => {
    const [step] = screen.getAllByText(
      (_, element) => element?.textContent?.includes(words) === true && element.matches('p'),
    );
    const node = [...(step?.childNodes ?? [])].find((each) => each.textContent?.includes(words));
    if (node == null) throw new Error(`“${words}” is not on the page`);
    return { node, at: node.textContent?.indexOf(words) ?? 0 };
  };
  const [first, last] = [found(from), found(to)];
  document.getSelection()?.setBaseAndExtent(first.node, first.at, last.node, last.at + to.length);
}

const inCharacters = ([...before]: string) => before.length;
const passage = (words: string) => {
  const start = inCharacters(text.slice(0, text.indexOf(words)));
  return { start, end: start + inCharacters(words) };
};

it('a mark made by keys over a later step counts in the whole text and is painted in that step', () => {
  const { marks } = show();
  for (const key of ['e', 'ArrowDown']) press(key);
  expect(paintedAs('marked-now')).toEqual(['Then n + n = 5 🙂.']);
  press('Enter');
  expect(marks()).toMatchObject([{ unitId: 'r1', ...passage('Then n + n = 5 🙂.') }]);
  expect(paintedAs('marked')).toEqual(['Then n + n = 5 🙂.']);
});

it('words selected in a later step are marked where they stand in the whole text', () => {
  const { marks } = show();
  select('five', 'five');
  press('e');
  expect(marks()).toMatchObject([{ unitId: 'r1', ...passage('five') }]);
  expect(paintedAs('marked')).toEqual(['five']);
});

it('a mark may reach from one step into the next', () => {
  const { marks } = show();
  select('= 5', 'So it');
  press('e');
  expect(marks()).toMatchObject([{ unitId: 'r1', ...passage('= 5 🙂.\r\n\r\nSo it') }]);
  expect(paintedAs('marked')).toEqual(['= 5 🙂.', 'So it']);
});

it('the difference of two responses is shown in every step', async () => {
  show();
  press('d');
  await vi.waitFor(() => expect(paintedAs('difference').toSorted()).toEqual(['4', '5', 'five', 'four']));
});
