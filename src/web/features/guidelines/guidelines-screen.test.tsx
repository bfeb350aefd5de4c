import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

const source = () => screen.findByLabelText('Guidelines as Markdown');

describe('the guidelines editor', () => {
  it('shows what is written typeset beside it, by section', async () => {
    openAsLead('/projects/:id/guidelines');
    fireEvent.change(await source(), { target: { value: '# About\n\nSay **why**.' } });
    const read = within(screen.getByRole('region', { name: 'As annotators read it' }));
    expect((await read.findByText('why')).tagName).toBe('STRONG');
  });

  it('publishes by key what differs, section by section', async () => {
    const { sent } = openAsLead('/projects/:id/guidelines');
    const area = await source();
    const text = (area as HTMLTextAreaElement).value;
    fireEvent.change(area, { target: { value: `${text}\n\n## Refusals\n\nSay so plainly.` } });
    fireEvent.keyDown(area, { key: 's', ctrlKey: true });
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Refusals')).toBeDefined();
    expect(dialog.getByText('2 sections are the same.')).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: 'Publish version 2' }));
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ basedOn: 1 }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps edits when the page is left', async () => {
    openAsLead('/projects/:id/guidelines');
    fireEvent.change(await source(), { target: { value: '# Mine' } });
    closePage({ keepStore: true });
    openAsLead('/projects/:id/guidelines');
    expect(((await source()) as HTMLTextAreaElement).value).toBe('# Mine');
  });
});
