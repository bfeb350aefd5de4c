import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, jonasId, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

describe('a new project', () => {
  it('is created from the chosen template and leads to its set-up', async () => {
    const { router, sent } = openAsLead('/projects/new');
    fireEvent.click(await screen.findByRole('radio', { name: /Five attributes/ }));
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Harmless base' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create the project' }));
    expect(await screen.findByRole('heading', { name: 'Set up Harmless base' })).toBeDefined();
    expect(router.state.location.pathname).toMatch(/overview$/);
    expect(sent[0]?.body).toMatchObject({
      templateKey: 'helpsteer_five_attributes',
      overlap: 2,
      leaseMs: 1_800_000,
    });
  });

  it('asks for a name before anything is sent', async () => {
    const { sent } = openAsLead('/projects/new');
    fireEvent.click(await screen.findByRole('button', { name: 'Create the project' }));
    expect(screen.getByText('Give the project a name.')).toBeDefined();
    expect(sent).toEqual([]);
  });

  it('says where another project has the name', async () => {
    const taken = () =>
      Response.json(
        {
          code: 'name_taken',
          detail: 'There is such a project.',
          places: [{ path: 'body.name', message: 'is taken' }],
          requestId: 'r',
        },
        { status: 409 },
      );
    openAsLead('/projects/new', { 'POST /projects': taken });
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Harmless base' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create the project' }));
    expect(await screen.findByText('is taken')).toBeDefined();
  });
});

describe('the set-up of a project', () => {
  it('shows what is done and offers the next step', async () => {
    openAsLead('/projects/:id/overview');
    await screen.findByRole('heading', { name: 'Set up Harmless base' });
    const steps = within(screen.getByRole('main')).getAllByRole('listitem');
    expect(steps.map((step) => /\((done|to do)\)/.exec(step.textContent ?? '')?.[1])).toEqual([
      'done',
      'done',
      'to do',
      'to do',
      'to do',
    ]);
    expect(screen.getByRole('button', { name: 'Open' })).toHaveProperty('disabled', true);
  });
});

describe('the settings of a project', () => {
  it('send only what was changed', async () => {
    const { sent } = openAsLead('/projects/:id/settings');
    fireEvent.change(await screen.findByLabelText('Judgments an item'), { target: { value: '3' } });
    expect(screen.getByText(/Finished items come back/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([{ act: 'PATCH /projects/:id', body: { revision: 1, overlap: 3 } }]),
    );
  });

  it('let answers decide how many judgments an item gets, within bounds that make sense', async () => {
    const state = { decidingLabel: 'Overall', balance: 4, settled: 12, extended: 3, split: 1, open: 2 };
    const item = { itemId: jonasId, text: 'Why is the sky blue?', label: 'r2', certainty: 0.61 };
    const { sent } = openAsLead('/projects/:id/settings', {
      'PUT /projects/:id/adaptive-overlap': (body) => ({
        ...state,
        settings: body.settings,
        splitItems: [{ ...item, judgments: 4, decidedAt: '2026-01-01T00:00:00Z' }],
      }),
    });
    fireEvent.click(await screen.findByRole('switch', { name: /Let answers decide/ }));
    const part = screen.getByRole('region', { name: 'Judgments by need' });
    fireEvent.change(within(part).getByLabelText('At most'), { target: { value: '1' } });
    fireEvent.click(within(part).getByRole('button', { name: 'Save' }));
    expect(sent).toEqual([]);
    expect(within(part).getByText('Between 2 and 50.')).toBeDefined();
    fireEvent.change(within(part).getByLabelText('At most'), { target: { value: '5' } });
    fireEvent.click(within(part).getByRole('button', { name: 'Save' }));
    expect(await within(part).findByText('Settled')).toBeDefined();
    expect(within(part).getByText('12')).toBeDefined();
    expect(sent[0]?.body).toEqual({ settings: { least: 2, most: 5, certainty: 0.95, extra: 0 } });
    expect(within(part).getByRole('link', { name: 'Why is the sky blue?' })).toBeDefined();
    expect(within(part).getByText(/r2 · 61/)).toBeDefined();
    fireEvent.click(within(part).getByRole('switch', { name: /Let answers decide/ }));
    await waitFor(() => expect(sent[1]?.body).toEqual({ settings: null }));
  });

  it('say at once which flags hold an item', async () => {
    const { sent } = openAsLead('/projects/:id/settings');
    fireEvent.click(await screen.findByRole('switch', { name: 'Breaks the policy' }));
    await waitFor(() =>
      expect(sent[0]?.body).toEqual({ revision: 1, flagPolicy: { hold: ['illegal', 'policy_violation'] } }),
    );
  });

  it('keep own changes when somebody else was faster', async () => {
    openAsLead('/projects/:id/settings', {
      'PATCH /projects/:id': () => refusal('stale_revision', 'Somebody did.'),
    });
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Mine' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Put mine on top' }));
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mine');
  });
});
