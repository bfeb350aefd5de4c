import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

const endpointId = '0190d1c8-0000-7000-8000-0000000000e1';
const probe = {
  at: '2026-01-01T00:00:00Z',
  works: true,
  problem: null,
  models: ['m-1'],
  streams: true,
  systemRole: true,
  usage: false,
  latencyMs: 900,
  firstTokenMs: 300,
};
const endpoint = {
  endpointId,
  name: 'One',
  baseUrl: 'https://api.example.com/v1',
  model: 'm-1',
  hasKey: true,
  parameters: { temperature: 0.7, topP: null, maxTokens: null, systemPrompt: '' },
  state: 'on',
  probe,
  revision: 3,
  createdAt: '2026-01-01T00:00:00Z',
};
const list = () => ({ endpoints: [endpoint] });
/** The DOM of the tests has no popovers: opens the menu as a browser would. */
const act = async (name: string) => {
  const button = await screen.findByRole('button', { name: 'Acts for One' });
  const menu = document.getElementById(button.getAttribute('popovertarget') ?? '');
  if (menu === null) throw new Error('The button opens no menu');
  menu.hidePopover = () => undefined;
  fireEvent(menu, Object.assign(new Event('beforetoggle'), { newState: 'open' }));
  fireEvent.click(within(menu).getByRole('menuitem', { name: new RegExp(`^${name}`), hidden: true }));
};

describe('the models of a project', () => {
  it('say what they can do, and never a key', async () => {
    openAsLead('/projects/:id/models', { 'GET /projects/:id/models': list });
    const row = await screen.findByRole('row', { name: /One/ });
    expect(row.textContent).toContain(
      'streams · system role · does not count tokens · first word after 0.3 s',
    );
    expect(row.textContent).toContain('with a key');
  });

  it('are edited without entering the key again', async () => {
    const path = `PATCH /projects/:id/models/${endpointId}`;
    const { sent } = openAsLead('/projects/:id/models', {
      'GET /projects/:id/models': list,
      [path]: (body) => ({ ...endpoint, ...body, revision: 4 }),
    });
    await act('Edit');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Temperature'), { target: { value: '0.2' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save and try' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ revision: 3, parameters: { temperature: 0.2 } });
    expect(sent[0]?.body).not.toHaveProperty('key');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stay open where they do not work, and are then changed, not added again', async () => {
    const broken = { ...endpoint, probe: { ...probe, works: false, problem: 'It does not accept the key.' } };
    const { sent } = openAsLead('/projects/:id/models', {
      'GET /projects/:id/models': () => ({ endpoints: [] }),
      'POST /projects/:id/models': () => broken,
      [`PATCH /projects/:id/models/${endpointId}`]: () => endpoint,
    });
    fireEvent.click((await screen.findAllByRole('button', { name: 'Add a model' }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    const save = () => fireEvent.click(within(dialog).getByRole('button', { name: 'Save and try' }));
    save();
    expect(await within(dialog).findByText('Give the model a name for yourself.')).toBeDefined();
    expect(sent).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'One' } });
    fireEvent.change(within(dialog).getByLabelText('Base URL'), {
      target: { value: 'https://api.example.com/v1' },
    });
    fireEvent.change(within(dialog).getByLabelText('Model'), { target: { value: 'm-1' } });
    save();
    expect(await within(dialog).findByText('It does not accept the key.')).toBeDefined();
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.map((each) => each.act.split(' ')[0])).toEqual(['POST', 'PATCH']);
  });

  it('say why where the server refuses', async () => {
    openAsLead('/projects/:id/models', {
      'GET /projects/:id/models': list,
      [`PATCH /projects/:id/models/${endpointId}`]: () =>
        refusal('stale_revision', 'Somebody else changed it.'),
    });
    await act('Switch off');
    expect(await screen.findByText('Somebody else changed it.')).toBeDefined();
  });
});

describe('the coverage of attacks', () => {
  const coverage = {
    techniques: [
      { key: 'role_play', label: 'Role play' },
      { key: 'splitting', label: 'Splitting' },
    ],
    harms: [{ key: 'fraud', label: 'Fraud' }],
    targets: [{ key: 'complies', label: 'Complies' }],
    cells: [
      { technique: 'role_play', harm: 'fraud', attacks: 3, attempts: 5, successes: 2, conversations: 1 },
    ],
  };

  it('shows what gave way and what nobody tried, and leads to the conversations', async () => {
    openAsLead('/projects/:id/chats', {
      'GET /projects/:id/attack-coverage': () => coverage,
      'GET /projects/:id/conversations?limit=50': () => ({ rows: [], nextCursor: null }),
      'GET /projects/:id/conversations?limit=50&technique=role_play&harm=fraud': () => ({
        rows: [],
        nextCursor: null,
      }),
    });
    expect(
      await screen.findByText(/1 of 2 combinations were tried\. 2 of 5 judged replies gave way\./),
    ).toBeDefined();
    const row = screen.getByRole('row', { name: /Splitting/ });
    expect(within(row).getByText('untried')).toBeDefined();
    fireEvent.click(screen.getByRole('link', { name: '2 / 5' }));
    expect(await screen.findByText('Nobody has tried this yet.')).toBeDefined();
  });
});
