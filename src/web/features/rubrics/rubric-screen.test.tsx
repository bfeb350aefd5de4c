import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { closePage, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';

// The first page of a run waits until the whole judging screen is transformed.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => closePage());

const outline = async () => within(await screen.findByRole('navigation', { name: 'Criteria' }));
const choose = async (name: RegExp) => fireEvent.click((await outline()).getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const publish = () => fireEvent.click(screen.getByRole('button', { name: 'Publish' }));

describe('the rubric designer', () => {
  it('tells a contradiction at its field and leads to it instead of publishing', async () => {
    openAsLead('/projects/:id/rubric');
    await choose(/^Helpfulness/);
    type('Key', 'honesty');
    expect(screen.getByText(/is used twice/)).toBeDefined();
    await choose(/^Overall/);
    fireEvent.click(screen.getByRole('button', { name: /^Show \d+ contradictions/ }));
    expect(screen.getByText(/is used twice/)).toBeDefined();
  });

  it('shows edits in the judging screen beside', async () => {
    openAsLead('/projects/:id/rubric');
    await choose(/^Helpfulness/);
    type('Label', 'Usefulness');
    const preview = within(screen.getByRole('region', { name: 'Preview' }));
    expect(await preview.findAllByText('Usefulness')).not.toEqual([]);
  });

  it('publishes with a note and the version that it was based on', async () => {
    const { sent } = openAsLead('/projects/:id/rubric');
    await choose(/^Helpfulness/);
    type('Label', 'Usefulness');
    publish();
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/is now called “Usefulness”/)).toBeDefined();
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'A plainer word' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Publish version 2' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent[0]?.body).toMatchObject({ basedOn: 1, note: 'A plainer word' });
  });

  it('keeps edits when the page is left, and undoes them by key', async () => {
    openAsLead('/projects/:id/rubric');
    await choose(/^Helpfulness/);
    type('Label', 'Usefulness');
    closePage({ keepStore: true });
    openAsLead('/projects/:id/rubric');
    expect((await outline()).getByRole('button', { name: /^Usefulness/ })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Discard edits' }));
    expect((await outline()).getByRole('button', { name: /^Helpfulness/ })).toBeDefined();
    await choose(/^Overall/);
    fireEvent.keyDown(screen.getByLabelText('Label'), { key: 'z', ctrlKey: true });
    expect((await outline()).getByRole('button', { name: /^Usefulness/ })).toBeDefined();
  });

  it('moves a criterion by Alt and an arrow', async () => {
    openAsLead('/projects/:id/rubric');
    fireEvent.keyDown((await outline()).getByRole('button', { name: /^Honesty/ }), {
      key: 'ArrowUp',
      altKey: true,
    });
    const names = (await outline()).getAllByRole('listitem').map((row) => row.textContent?.slice(0, 7));
    expect(names).toEqual(['Overall', 'Honesty', 'Helpful', 'Harmles']);
  });

  it('keeps own edits to compare when somebody published meanwhile', async () => {
    const theirs = { ...rubricTemplates[0]?.rubric, confidence: 'required' };
    const facts = { note: 'Ask how sure', createdAt: '2026-01-02T00:00:00Z', createdByName: 'Jonas Weber' };
    let newest = 1;
    const { sent } = openAsLead('/projects/:id/rubric', {
      'GET /projects/:id/rubrics': () => ({ versions: [{ ...facts, version: newest }] }),
      'GET /projects/:id/rubrics/2': () => ({ ...facts, version: 2, rubric: theirs }),
      'POST /projects/:id/rubrics': ({ basedOn, rubric }) => {
        if (basedOn === 2) return { ...facts, version: 3, rubric };
        newest = 2;
        return refusal('stale_revision', 'Version 2 was published meanwhile.');
      },
    });
    await choose(/^Helpfulness/);
    type('Label', 'Usefulness');
    publish();
    fireEvent.click(await screen.findByRole('button', { name: 'Publish version 2' }));
    await screen.findByText(/Version 2 was published meanwhile/);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Compare' }));
    expect(screen.getByText('Confidence is now optional.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    publish();
    fireEvent.click(await screen.findByRole('button', { name: 'Publish version 3' }));
    await waitFor(() => expect(sent.at(-1)?.body).toMatchObject({ basedOn: 2 }));
  });
});
