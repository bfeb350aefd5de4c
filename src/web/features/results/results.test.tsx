import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { closePage, openAsLead, projectId } from '#web/open-as-lead.fixture.tsx';
import type { ItemDetail } from './item-detail.ts';
import {
  adaId,
  aFlag,
  aJudgment,
  anAgreement,
  anItem,
  anItemRow,
  aProgress,
  itemIdAt,
} from './results.fixture.ts';

afterEach(() => closePage());

const project = {
  id: projectId,
  name: 'Harmless base',
  description: 'Which reply is safer?',
  instructions: '',
  overlap: 2,
  leaseMs: 60_000,
  amendWindowMs: 0,
  state: 'open',
  templateKey: null,
  rubricVersion: 1,
  guidelineVersion: 1,
  roles: ['lead'],
  itemsTotal: 3,
  itemsDone: 1,
  judgmentsTotal: 3,
  revision: 1,
  createdAt: '2026-01-01T00:00:00Z',
};
const page = (rows: readonly unknown[], nextCursor: string | null = null) => ({ rows, nextCursor });
const listed = 'GET /projects/:id/items?limit=100';
const answers = {
  'GET /projects/:id': () => project,
  'GET /projects/:id/progress': () => aProgress,
  'GET /projects/:id/agreement': () => anAgreement,
  [listed]: () => page([1, 2, 3].map((index) => anItemRow(index))),
};
const prefers = (responseId: string, strength: number): Answers => ({
  pair: { overall: { verdict: 'prefers', responseId, strength } },
  response: {},
  task: {},
});

describe('the overview', () => {
  it('begins with what needs the lead and leads to it', async () => {
    openAsLead('/projects/:id/overview', answers);
    const needs = await screen.findByRole('region', { name: 'What needs you' });
    expect(within(needs).getByText('2 questions wait for an answer')).toBeDefined();
    const link = within(needs).getByRole('link', { name: 'See the questions' });
    expect(link.getAttribute('href')).toContain('/questions');
  });

  it('gives each estimate with its interval and n, and a reason in words where there is none', async () => {
    openAsLead('/projects/:id/overview', answers);
    const plot = await screen.findByRole('table', { name: 'Agreement per criterion' });
    expect(within(plot).getByText('0.71 (0.62–0.79)')).toBeDefined();
    expect(within(plot).getByText('Everybody gave the same answer.')).toBeDefined();
    expect(
      within(plot).getByRole('link', { name: /^Alpha 0\.71, 95% interval 0\.62 to 0\.79, n = 40 items/ }),
    ).toBeDefined();
  });

  it('leads from a person to their judgments', async () => {
    openAsLead('/projects/:id/overview', answers);
    const link = await screen.findByRole('link', { name: 'Ada Okafor' });
    expect(link.getAttribute('href')).toContain(`/judgments?annotatorId=${adaId}`);
  });

  it('names each day by arrow keys', async () => {
    openAsLead('/projects/:id/overview', answers);
    const days = await screen.findByRole('slider', { name: 'Judgments a day' });
    fireEvent.change(days, { target: { value: '0' } });
    expect(days.getAttribute('aria-valuetext')).toMatch(/: \d+ judgments?$/);
  });

  it('offers the import while there is nothing to judge', async () => {
    const empty = { ...project, itemsTotal: 0 };
    openAsLead('/projects/:id/overview', { ...answers, 'GET /projects/:id': () => empty });
    expect(await screen.findByRole('link', { name: 'Import items' })).toBeDefined();
  });

  it('says what went wrong and tries again', async () => {
    let isUp = false;
    const progress = () =>
      isUp
        ? aProgress
        : Response.json({ code: 'not_allowed', detail: 'Not now.', requestId: 'r' }, { status: 403 });
    openAsLead('/projects/:id/overview', { ...answers, 'GET /projects/:id/progress': progress });
    const failed = await screen.findByText('Not now.');
    isUp = true;
    fireEvent.click(within(failed.parentElement ?? failed).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'People' })).toBeDefined();
  });

  it('leads somebody who judges to the tasks', async () => {
    const own = { ...project, roles: ['annotator'] };
    openAsLead('/projects/:id/overview', { ...answers, 'GET /projects/:id': () => own });
    expect(await screen.findByRole('link', { name: 'Start judging' })).toBeDefined();
    expect(screen.queryByText('What needs you')).toBeNull();
  });
});

describe('the list of items', () => {
  it('goes on page by page', async () => {
    openAsLead('/projects/:id/items', {
      ...answers,
      [listed]: () => page([anItemRow(1)], 'next'),
      [`${listed}&cursor=next`]: () => page([anItemRow(2)]),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('link', { name: 'Prompt 2' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('keeps the filter in the address, also on the way to an item', async () => {
    const { router } = openAsLead('/projects/:id/items', {
      ...answers,
      [`${listed}&state=flagged`]: () => page([anItemRow(2, { flags: 1 })]),
    });
    fireEvent.click(await screen.findByRole('radio', { name: 'Flagged' }));
    const link = await screen.findByRole('link', { name: 'Prompt 2' });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Prompt 1' })).toBeNull());
    expect(router.state.location.search).toEqual({ state: 'flagged' });
    expect(link.getAttribute('href')).toContain('state=flagged');
    expect(screen.getByText('1 of 2 judgments')).toBeDefined();
  });

  it('says by what it was narrowed on the way here, and leads back to all', async () => {
    openAsLead(`/projects/:id/items?differ=${adaId},${itemIdAt(9)}`, {
      ...answers,
      [`${listed}&differ=${adaId}%2C${itemIdAt(9)}`]: () => page([anItemRow(2)]),
    });
    expect(await screen.findByText('Items that Ada Okafor and somebody judged otherwise.')).toBeDefined();
    expect(await screen.findByRole('link', { name: 'Prompt 2' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Prompt 1' })).toBeNull();
    fireEvent.click(screen.getByRole('link', { name: 'Show all items' }));
    expect(await screen.findByRole('link', { name: 'Prompt 1' })).toBeDefined();
  });
});

describe('an item', () => {
  const judged = anItem(1, {
    judgments: [
      aJudgment('Ada Okafor', { ...prefers('r1', 2), justification: 'The first is right.' }),
      aJudgment('Bo', prefers('r2', 1)),
    ],
    sourceVerdict: { judgedBy: 'human', preference: { verdict: 'tie' } },
  });
  const address = `GET /projects/:id/items/${itemIdAt(1)}`;
  const gold = `/projects/:id/items/${itemIdAt(1)}/gold`;

  it('shows judgments side by side and says in words where they differ', async () => {
    openAsLead(`/projects/:id/items/${itemIdAt(1)}`, { ...answers, [address]: () => judged });
    const table = await screen.findByRole('region', { name: 'Judgments side by side' });
    expect(within(table).getByText('opposite sides')).toBeDefined();
    expect(within(table).getByText('The first is right.')).toBeDefined();
    expect(screen.getByText('cedar-70b')).toBeDefined();
    expect(screen.getByText('People, before the import')).toBeDefined();
  });

  it('says whose judgments a rule took out, and leads to them', async () => {
    const bo = aJudgment('Bo', prefers('r2', 1));
    const { judgmentId, annotator, submittedAt } = bo;
    const item = anItem(1, { excluded: [{ judgmentId, annotator, submittedAt }] });
    openAsLead(`/projects/:id/items/${itemIdAt(1)}`, { ...answers, [address]: () => item });
    const text = await screen.findByText(/Taken out by a rule, so not counted/);
    const link = within(text).getByRole('link', { name: 'Bo' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('excluded="true"');
    expect(link.getAttribute('href')).toContain(`annotatorId=${annotator.personId}`);
  });

  it('takes a judgment over as gold, and back again', async () => {
    const { sent } = openAsLead(`/projects/:id/items/${itemIdAt(1)}`, {
      ...answers,
      [address]: () => judged,
      [`PUT ${gold}`]: () => judged,
      [`DELETE ${gold}`]: () => ({}),
    });
    const [first] = await screen.findAllByRole('button', { name: 'Use as gold' });
    fireEvent.click(first ?? expect.unreachable());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo', hidden: true }));
    await waitFor(() => expect(sent.map(({ act }) => act)).toEqual([`PUT ${gold}`, `DELETE ${gold}`]));
    expect(sent[0]?.body).toHaveProperty('answers.pair', prefers('r1', 2).pair);
  });

  it('has a flag settled, and opened again by undo', async () => {
    const flagId = '0190d1c8-0000-7000-8000-000000000f01';
    const by = { personId: adaId, name: 'Ada Okafor' };
    const at = '2026-01-01T00:00:00Z';
    let settled: NonNullable<ItemDetail['flags'][number]['settled']> | null = null;
    const flag = aFlag({ flagId, kind: 'personal_data', note: 'A phone number', by, createdAt: at });
    const flagged = () => anItem(1, { flags: [{ ...flag, settled }] });
    const act = `PUT /projects/:id/flags/${flagId}/settlement`;
    const settle = () => {
      settled = settled === null ? { by, note: '', outcome: null, at } : null;
      return flagged();
    };
    const { sent } = openAsLead(`/projects/:id/items/${itemIdAt(1)}`, {
      ...answers,
      [address]: flagged,
      [act]: settle,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Settle' }));
    expect(await screen.findByText(/^Settled by Ada Okafor/)).toBeDefined();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo', hidden: true }));
    expect(await screen.findByRole('button', { name: 'Settle' })).toBeDefined();
    expect(sent.map(({ body }) => body)).toEqual([{ settled: true }, { settled: false }]);
  });

  it('leads to its neighbours by keys', async () => {
    const { router } = openAsLead(`/projects/:id/items/${itemIdAt(1)}`, {
      ...answers,
      [address]: () => judged,
      [`GET /projects/:id/items/${itemIdAt(2)}`]: () => anItem(2),
    });
    await screen.findByText('Item 1');
    fireEvent.keyDown(window, { key: 'j' });
    expect(await screen.findByText('Question 2')).toBeDefined();
    expect(router.state.location.pathname).toContain(itemIdAt(2));
    fireEvent.keyDown(window, { key: '[' });
    expect(await screen.findByText('Question 1')).toBeDefined();
  });
});

describe('the list of judgments', () => {
  const all = 'GET /projects/:id/judgments?limit=50';

  it('keeps its filters in the address', async () => {
    const { router } = openAsLead('/projects/:id/judgments', {
      ...answers,
      [all]: () => page([aJudgment('Ada Okafor', prefers('r1', 2))]),
      [`${all}&verdict=tie`]: () => page([]),
    });
    await screen.findByText('Prefers response 1 by 2');
    fireEvent.change(await screen.findByLabelText('Verdict'), { target: { value: 'tie' } });
    expect(await screen.findByText('No judgment fits these filters')).toBeDefined();
    expect(router.state.location.search).toEqual({ verdict: 'tie' });
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(await screen.findByText('Prefers response 1 by 2')).toBeDefined();
  });

  it('opens a judgment where it stands', async () => {
    openAsLead('/projects/:id/judgments', {
      ...answers,
      [all]: () => page([aJudgment('Ada Okafor', prefers('r2', 2))]),
    });
    const row = (await screen.findByText('Prefers response 2 by 2')).closest('details');
    if (row === null) return expect.unreachable();
    row.open = true;
    fireEvent(row, new Event('toggle'));
    expect(await screen.findByRole('region', { name: 'Answers of Ada Okafor' })).toBeDefined();
    expect(within(row).getByText(/^Response 2 by 2/)).toBeDefined();
  });
});
