import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layDesk } from '#web/features/judging/desk/desk.ts';
import { deskRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import { resolveBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';

/** Ranges painted under each name, as the browser would be told. */
const painted = new Map<string, Set<AbstractRange>>();

beforeEach(() => {
  painted.clear();
  localStorage.clear();
  vi.stubGlobal('CSS', { highlights: painted, escape: (text: string) => text });
  vi.stubGlobal('Highlight', class extends Set {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const paintedAs = (name: string) => [...(painted.get(name) ?? [])].map((range) => range.toString());

function show(...texts: readonly string[]) {
  const responses = texts.map((text, index) => ({ id: `r${index + 1}`, text }));
  const task = { rubric: deskRubric, responseIds: responses.map(({ id }) => id) };
  const heard = vi.fn();
  render(
    <JudgingView
      task={{
        assignmentId: 'a1',
        rubric: deskRubric,
        prompt: [{ role: 'user', content: 'What is tea?' }],
        responses,
      }}
      desk={layDesk(task)}
      onAct={heard}
      bindings={resolveBindings({})}
      layout="side_by_side"
      mode="live"
    />,
  );
  return heard;
}

function press(key: string, more: Partial<KeyboardEventInit> = {}) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}
const response = (letter: string) => screen.getByRole('article', { name: `Response ${letter}` });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Find in the texts' });

describe('find', () => {
  it('opens by key, marks each place in prompt and responses, and steps round', () => {
    const heard = show('Tea is **tea**.', 'No coffee.');
    press('/');
    expect(document.activeElement).toBe(field());
    fireEvent.change(field(), { target: { value: 'TEA' } });
    expect(screen.getByText('1 of 3')).not.toBeNull();
    expect(paintedAs('found')).toEqual(['tea', 'Tea', 'tea']);
    press('Enter');
    expect(screen.getByText('2 of 3')).not.toBeNull();
    expect(paintedAs('found-now')).toEqual(['Tea']);
    press('Enter', { shiftKey: true });
    press('Enter', { shiftKey: true });
    expect(screen.getByText('3 of 3')).not.toBeNull();
    expect(heard).not.toHaveBeenCalled();
  });

  it('goes on by key beside the box, and Escape closes it and gives the focus back', () => {
    const heard = show('Tea is tea.', 'Tea');
    const before = document.activeElement;
    press('/');
    fireEvent.change(field(), { target: { value: 'tea' } });
    act(() => (before as HTMLElement).focus());
    press('g', { ctrlKey: true });
    expect(screen.getByText('2 of 4')).not.toBeNull();
    press('Escape');
    expect(screen.queryByRole('textbox', { name: 'Find in the texts' })).toBeNull();
    expect(paintedAs('found')).toEqual([]);
    expect(document.activeElement).toBe(before);
    expect(heard).not.toHaveBeenCalled();
    press('Escape');
    expect(heard).toHaveBeenCalledWith({ kind: 'leave' });
  });

  it('leaves letters and digits typed into it to the box', () => {
    const heard = show('one', 'two');
    press('/');
    for (const key of ['3', 's', 'x', 'd']) press(key);
    expect(heard).not.toHaveBeenCalled();
  });

  it('says that nothing was found', () => {
    show('one', 'two');
    press('/');
    fireEvent.change(field(), { target: { value: '<b>' } });
    expect(screen.getByText('Nothing found')).not.toBeNull();
  });
});

describe('the difference', () => {
  it('marks in each response what only it has', async () => {
    show('The **red** cat sleeps.', 'The **blue** cat sleeps.', 'The cat.');
    press('d');
    await waitFor(() => expect(paintedAs('difference')).toEqual(['red', 'blue']));
    expect(screen.getByText('2 passages only in A or B')).not.toBeNull();
    press('D', { shiftKey: true });
    await waitFor(() => expect(paintedAs('difference')).toEqual(['red', 'sleeps']));
    fireEvent.click(
      within(screen.getByRole('group', { name: 'First response' })).getByRole('button', { name: 'B' }),
    );
    await waitFor(() => expect(paintedAs('difference')).toEqual(['blue', 'sleeps']));
    press('d');
    await waitFor(() => expect(paintedAs('difference')).toEqual([]));
  });

  it('counts only what is seen: emphasis alone leaves the same words', async () => {
    show('The cat', 'The *cat*');
    press('d');
    await waitFor(() => expect(screen.queryByText('A and B have the same words.')).not.toBeNull());
  });

  it('does not change the texts', async () => {
    show('a <img src=x onerror=alert(1)> b', 'a <svg onload=alert(1)> b');
    const before = response('A').innerHTML;
    press('d');
    await waitFor(() => expect(paintedAs('difference').length).toBeGreaterThan(0));
    expect(response('A').innerHTML).toBe(before);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('a beginning that is the same', () => {
  const texts = [
    'Once upon a time.\n\nThere was *tea*.\n\nRed.',
    'Once upon a time.\n\nThere was *tea*.\n\nBlue.',
  ];
  const isSeen = (letter: string, words: string) =>
    within(response(letter)).getByText(words).closest('[hidden]') === null;

  it('is said, and folded by key in all responses', () => {
    show(...texts);
    expect(screen.getAllByText('The first 2 paragraphs are the same')).toHaveLength(2);
    expect(isSeen('A', 'Once upon a time.')).toBe(true);
    press('c');
    expect(isSeen('A', 'Once upon a time.')).toBe(false);
    expect(isSeen('B', 'tea')).toBe(false);
    expect(isSeen('A', 'Red.')).toBe(true);
    expect(isSeen('B', 'Blue.')).toBe(true);
    press('c');
    expect(isSeen('A', 'Once upon a time.')).toBe(true);
  });

  it('is not said where there is none', () => {
    show('One.\n\nTwo.', 'Two.\n\nTwo.');
    expect(screen.queryByText(/paragraph.* the same/)).toBeNull();
  });
});

describe('going from response to response', () => {
  it('marks the one gone to, and nothing of the judgment', () => {
    const heard = show('one', 'two', 'three');
    press('.');
    press('.');
    expect(response('B').hasAttribute('data-current')).toBe(true);
    press(',');
    expect(response('A').hasAttribute('data-current')).toBe(true);
    expect(response('B').hasAttribute('data-current')).toBe(false);
    expect(heard).not.toHaveBeenCalled();
  });
});

it('the way of scrolling is remembered', () => {
  show('one', 'two');
  const frame = response('A').parentElement;
  expect(frame?.dataset.scrolling).toBe('together');
  press('t');
  press('t');
  expect(frame?.dataset.scrolling).toBe('apart');
  cleanup();
  show('one', 'two');
  expect(response('A').parentElement?.dataset.scrolling).toBe('apart');
});
