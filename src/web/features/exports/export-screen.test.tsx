import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';
import { anExport } from './exports.fixture.ts';

afterEach(() => closePage());

const look = 'POST /projects/:id/export-preview';
const start = 'POST /projects/:id/exports';
const row = { prompt: [{ role: 'user', content: 'Why is the sky blue?' }], margin: 0.5 };
const answers = {
  'GET /projects/:id/exports': () => ({ exports: [] }),
  [look]: () => ({ rows: [row], itemsSeen: 3, drops: { tie: 2 } }),
  [start]: () => anExport({ state: 'waiting' }),
};
const command = () => screen.getByLabelText<HTMLInputElement>('The same on the command line').value;

describe('a recipe', () => {
  it('reads as a sentence whose parts follow the format', async () => {
    openAsLead('/projects/:id/export', answers);
    const format = await screen.findByLabelText('Format');
    expect(screen.queryByLabelText('Margin')).toBeNull();
    fireEvent.change(format, { target: { value: 'trl-reward' } });
    expect(screen.getByLabelText('Margin')).toBeDefined();
    fireEvent.change(format, { target: { value: 'annotations' } });
    expect(screen.queryByLabelText('Least judgments an item')).toBeNull();
  });

  it('is told on the command line too', async () => {
    openAsLead('/projects/:id/export', answers);
    fireEvent.change(await screen.findByLabelText('Least judgments an item'), { target: { value: '2' } });
    fireEvent.change(screen.getByLabelText('Kind of file'), { target: { value: 'parquet' } });
    expect(command()).toContain('--parquet --min-judgments 2');
  });

  it('shows its first rows and what it leaves out, in words', async () => {
    openAsLead('/projects/:id/export', answers);
    expect(await screen.findByText('Why is the sky blue?')).toBeDefined();
    expect(screen.getByText('From the first 3 judged items; 2 left out.')).toBeDefined();
    expect(screen.getByText('Neither response was better')).toBeDefined();
  });

  it('that the server refuses says why in place of the rows', async () => {
    openAsLead('/projects/:id/export', {
      ...answers,
      [look]: () => refusal('export_options_invalid', 'The rubric rates nothing.'),
    });
    expect(await screen.findByText('The rubric rates nothing.')).toBeDefined();
  });

  it('is exported as it stands', async () => {
    const { sent } = openAsLead('/projects/:id/export', answers);
    fireEvent.change(await screen.findByLabelText('Least majority in percent'), { target: { value: '60' } });
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(sent.map(({ act }) => act)).toContain(start));
    const body = sent.find(({ act }) => act === start)?.body;
    expect(body).toMatchObject({ format: 'trl-preference', parquet: false, options: { minAgreement: 0.6 } });
    expect(await screen.findByRole('button', { name: 'Cancel' })).toBeDefined();
  });
});

describe('an export', () => {
  const file = {
    name: 'preference/train-00000-of-00001.jsonl',
    bytes: 2_000,
    rows: 1_204,
    sha256: 'ab'.repeat(32),
  };

  it('offers its files one by one and all at once, with what checks them', async () => {
    const run = anExport({ state: 'done', files: [file], drops: { tie: 3 } });
    openAsLead('/projects/:id/export', {
      ...answers,
      'GET /projects/:id/exports': () => ({ exports: [run] }),
    });
    const files = await screen.findByRole('table', { name: 'Files' });
    const link = within(files).getByRole('link', { name: file.name });
    expect(link.getAttribute('href')).toContain(encodeURIComponent(file.name));
    expect(within(files).getByText('1,204')).toBeDefined();
    expect(within(files).getByRole('button', { name: `Copy the SHA-256 of ${file.name}` })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Download all' }).getAttribute('href')).toMatch(/archive$/);
    expect(screen.getByText('Left out: 3 × Neither response was better.')).toBeDefined();
  });

  it('under way can be stopped', async () => {
    const run = anExport({ state: 'running' });
    openAsLead('/projects/:id/export', {
      ...answers,
      'GET /projects/:id/exports': () => ({ exports: [run] }),
      [`POST /projects/:id/exports/${run.id}/cancellation`]: () => ({ ...run, state: 'cancelled' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Cancelled')).toBeDefined();
  });
});
