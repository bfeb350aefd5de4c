import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aQuestion } from '#web/features/results/results.fixture.ts';
import { closePage, openAsLead } from '#web/open-as-lead.fixture.tsx';
import type { Question } from './group-questions.ts';

afterEach(() => closePage());

const unsettled = aQuestion(1, {
  kind: 'rubric_unclear',
  criterionKey: 'overall',
  section: 'Refusals',
  note: 'Says nothing of jokes.',
});
const violation = aQuestion(2, {
  kind: 'policy_violation',
  violationType: 'hate',
  quote: 'Something said',
  unitId: 'r2',
  hold: 'held',
});

function open(questions: readonly Question[], path = '') {
  const counts = [...new Set(questions.map(({ kind }) => kind))].map((kind) => ({ kind, count: 1 }));
  let rows = [...questions];
  const list = () => ({ rows, nextCursor: null, counts });
  const settle = (flagId: string) => () => {
    rows = rows.filter((row) => row.flagId !== flagId);
    return {};
  };
  return openAsLead(`/projects/:id/questions${path}`, {
    'GET /projects/:id/questions?limit=200&state=open': list,
    'GET /projects/:id/questions?limit=200&state=open&kind=policy_violation': () => ({
      ...list(),
      rows: [violation],
    }),
    ...Object.fromEntries(
      questions.map(({ flagId }) => [`PUT /projects/:id/flags/${flagId}/settlement`, settle(flagId)]),
    ),
    [`PUT /projects/:id/items/${violation.itemId}/hold`]: () => ({}),
  });
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('the questions of a project', () => {
  it('stand by section and criterion, each with its words and the way to its item', async () => {
    open([unsettled, violation]);
    const group = await screen.findByRole('region', { name: /^§ Refusals, “/ });
    expect(within(group).getByText('Says nothing of jokes.')).toBeDefined();
    const other = screen.getByRole('region', { name: 'Breaks the policy: Hate' });
    expect(within(other).getByText('Something said')).toBeDefined();
    expect(within(other).getByText('held')).toBeDefined();
    const link = within(other).getByRole('link', { name: 'Prompt 2' });
    expect(link.getAttribute('href')).toContain(`/items/${violation.itemId}`);
  });

  it('are gone through by J and K and settled by a digit, with an answer', async () => {
    const { sent } = open([unsettled, violation]);
    await screen.findByText('Says nothing of jokes.');
    press('j');
    expect(document.activeElement?.textContent).toContain('Says nothing of jokes.');
    press('j');
    press('k');
    fireEvent.change(await screen.findByLabelText(/^Answer to/), { target: { value: ' Section 2 says. ' } });
    press('2');
    await waitFor(() => expect(screen.queryByText('Says nothing of jokes.')).toBeNull());
    expect(sent).toEqual([
      {
        act: `PUT /projects/:id/flags/${unsettled.flagId}/settlement`,
        body: { settled: true, outcome: 'guideline_edited', note: 'Section 2 says.' },
      },
    ]);
    expect(document.activeElement?.textContent).toContain('Something said');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo', hidden: true }));
    await waitFor(() => expect(sent[1]?.body).toEqual({ settled: false }));
  });

  it('let a held item back into the queue by a key', async () => {
    const { sent } = open([violation]);
    await screen.findByText('Something said');
    press('j');
    press('b');
    await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ hold: 'none' }]));
  });

  it('open their item by Enter', async () => {
    const { router } = open([violation]);
    await screen.findByText('Something said');
    press('j');
    press('Enter');
    await waitFor(() => expect(router.state.location.pathname).toContain(`/items/${violation.itemId}`));
  });

  it('are narrowed to one kind, which the address keeps', async () => {
    const { router } = open([unsettled, violation]);
    await screen.findByText('Says nothing of jokes.');
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'policy_violation' } });
    await waitFor(() => expect(screen.queryByText('Says nothing of jokes.')).toBeNull());
    expect(router.state.location.search).toEqual({ kind: 'policy_violation' });
  });

  it('say so when none is open', async () => {
    open([]);
    expect(await screen.findByText('No question is open')).toBeDefined();
  });
});
