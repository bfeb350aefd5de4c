import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { layDesk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';
import { partsNeeded } from './parts-needed.ts';

afterEach(cleanup);

function taskOf(
  rubric: Rubric,
  attachments: readonly { mediaId: string; name: string; kind: 'image' }[] = [],
) {
  return {
    assignmentId: 'a',
    rubric,
    prompt: [{ role: 'user' as const, content: 'Why?', attachments }],
    responses: [
      { id: 'r1', text: 'One' },
      { id: 'r2', text: 'Two' },
    ],
  };
}
function rubricOf(...criteria: Rubric['criteria']): Rubric {
  return { criteria, overallKey: null, justification: { ask: 'off', minCharacters: 0 }, confidence: 'off' };
}
const asked = { key: 'k', label: 'Order', help: '', required: true };
const ranking = { ...asked, target: 'ranking', scale: freshScale('ranking') } as const;
const picture = { mediaId: 'm', name: 'boat.png', kind: 'image' } as const;

it.each([
  ['nothing for a pair', rubricOf({ ...asked, target: 'pair', scale: freshScale('preference') }), [], []],
  ['ranking for a ranking', rubricOf(ranking), [], ['ranking']],
  [
    'marks for claims and for errors, once',
    rubricOf(
      { ...asked, target: 'span', scale: freshScale('claims') },
      { ...asked, key: 'e', target: 'span', scale: freshScale('marks') },
    ),
    [],
    ['marks'],
  ],
  [
    'the way through a dialogue for continuations',
    rubricOf({ ...asked, target: 'task', scale: freshScale('continuation') }),
    [],
    ['continuation'],
  ],
  ['viewers where a text comes with files', rubricOf(ranking), [picture], ['ranking', 'media']],
] as const)('a task needs %s', (_name, rubric, files, parts) => {
  expect(partsNeeded(taskOf(rubric, files))).toEqual(parts);
});

it('a task is shown once the part that it needs was fetched', async () => {
  const task = taskOf(rubricOf(ranking));
  render(
    <JudgingView
      task={task}
      desk={layDesk(deskTaskOf(task))}
      onAct={() => {}}
      bindings={defaultBindings}
      layout="side_by_side"
      mode="live"
    />,
  );
  expect(screen.queryByRole('article', { name: 'Response A' })).toBeNull();
  expect(await screen.findByRole('article', { name: 'Response A' })).toBeDefined();
  expect(screen.getByText('Order')).toBeDefined();
});
