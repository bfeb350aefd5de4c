import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';
import { anImport, anUpload, aPreview, uploadId } from './imports.fixture.ts';

afterEach(() => closePage());

const file = new File(['{"a":1}\n'], 'pairs.jsonl', { lastModified: 1 });
const begin = 'POST /projects/:id/uploads';
const send = `PUT /projects/:id/uploads/${uploadId}/bytes?offset=0`;
const look = `POST /projects/:id/uploads/${uploadId}/preview`;
const start = 'POST /projects/:id/imports';
const answers = {
  'GET /projects/:id/imports': () => ({ imports: [] }),
  [begin]: () => anUpload(0, file.size),
  [send]: () => anUpload(file.size, file.size),
  [look]: () => aPreview(),
  [start]: () => anImport({ state: 'waiting' }),
};

async function choose(chosen = file): Promise<void> {
  fireEvent.change(await screen.findByLabelText('File to import', { selector: 'input' }), {
    target: { files: [chosen] },
  });
}

describe('a file to import', () => {
  it('is sent, looked at and started as it was recognised', async () => {
    const { sent } = openAsLead('/projects/:id/import', answers);
    await choose();
    expect(await screen.findByText(/Recognised by its columns/)).toBeDefined();
    expect(screen.getByText('Scattering.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Start import' }));
    await waitFor(() => expect(sent.at(-1)?.act).toBe(start));
    expect(sent.at(-1)?.body).toEqual({ uploadId, pairs: 'all' });
    expect(await screen.findByText('Drop a file here')).toBeDefined();
  });

  it('goes on with what was sent before, also in another visit', async () => {
    openAsLead('/projects/:id/import', {
      ...answers,
      [send]: () => refusal('disk_full', 'The disk is full.'),
    });
    await choose();
    expect(await screen.findByText('The disk is full.')).toBeDefined();
    closePage({ keepStore: true });
    const { sent } = openAsLead('/projects/:id/import', {
      ...answers,
      [`GET /projects/:id/uploads/${uploadId}`]: () => anUpload(file.size, file.size),
    });
    await choose();
    expect(await screen.findByText('First rows')).toBeDefined();
    expect(sent.map(({ act }) => act)).toEqual([look]);
  });

  it('that is empty is not sent', async () => {
    const { sent } = openAsLead('/projects/:id/import', answers);
    await choose(new File([], 'nothing.csv'));
    expect(await screen.findByText('nothing.csv is empty. Choose another file.')).toBeDefined();
    expect(sent).toEqual([]);
  });

  it('that cannot be read says why and lets another be chosen', async () => {
    openAsLead('/projects/:id/import', {
      ...answers,
      [look]: () => refusal('file_unreadable', 'Line 3 is cut short.'),
    });
    await choose();
    expect(await screen.findByText('Line 3 is cut short.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Start import' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: 'Choose another file' }));
    expect(await screen.findByText('Drop a file here')).toBeDefined();
  });

  it('that does not fit the rubric says why and cannot be started', async () => {
    const mismatch = 'The rubric compares two responses, and the rows have one.';
    openAsLead('/projects/:id/import', { ...answers, [look]: () => aPreview({ mismatch }) });
    await choose();
    expect(await screen.findByText(mismatch)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Start import' })).toHaveProperty('disabled', true);
  });

  it('with unknown columns is mapped by its person, from the guess of the server', async () => {
    const mapping = { prompt: 'question', responses: [], models: [], metadata: [] };
    const { sent } = openAsLead('/projects/:id/import', {
      ...answers,
      [look]: (body) =>
        aPreview({
          format: 'generic',
          columns: ['question', 'reply'],
          mapping: (body.mapping as typeof mapping | undefined) ?? mapping,
        }),
    });
    await choose();
    expect(await screen.findByLabelText('question')).toHaveProperty('value', 'prompt');
    expect(screen.getByText('Choose at least one column that holds a response.')).toBeDefined();
    fireEvent.change(screen.getByLabelText('reply'), { target: { value: 'response' } });
    const button = screen.getByRole('button', { name: 'Start import' });
    await waitFor(() => expect(button).toHaveProperty('disabled', false));
    fireEvent.click(button);
    await waitFor(() => expect(sent.at(-1)?.act).toBe(start));
    expect(sent.at(-1)?.body).toMatchObject({
      format: 'generic',
      mapping: { ...mapping, responses: ['reply'] },
    });
  });

  it('with more than two responses a row asks which pairs', async () => {
    const [row] = aPreview().rows;
    const rows = row ? [row, row, row] : [];
    const { sent } = openAsLead('/projects/:id/import', { ...answers, [look]: () => aPreview({ rows }) });
    await choose();
    fireEvent.click(await screen.findByRole('radio', { name: 'Best against worst' }));
    await waitFor(() => expect(sent.at(-1)?.body).toEqual({ pairs: 'best_vs_worst' }));
  });
});

describe('an upload under way', () => {
  it('warns before the page is left, and stops only if that is wanted', async () => {
    const never = new Promise(() => {});
    const { router } = openAsLead('/projects/:id/import', { ...answers, [begin]: () => never });
    await choose();
    await screen.findByRole('button', { name: 'Stop' });
    fireEvent.click(screen.getByRole('link', { name: 'Items' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Stay', hidden: true }));
    expect(router.state.location.pathname).toMatch(/import$/);
    fireEvent.click(screen.getByRole('link', { name: 'Items' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Leave and stop', hidden: true }));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/items$/));
  });
});

describe('an import', () => {
  const list = (more: Parameters<typeof anImport>[0]) => ({
    ...answers,
    'GET /projects/:id/imports': () => ({ imports: [anImport(more)] }),
  });
  const { id } = anImport();

  it('that stopped says why and goes on', async () => {
    const { sent } = openAsLead('/projects/:id/import', {
      ...list({ state: 'failed', failure: 'The disk is full.' }),
      [`POST /projects/:id/imports/${id}/resumption`]: () => anImport({ state: 'running' }),
    });
    expect(await screen.findByText('The disk is full.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByRole('button', { name: 'Cancel' })).toBeDefined();
    expect(sent).toHaveLength(1);
  });

  it('lists rejected rows with line, field and reason, and all of them as a file', async () => {
    openAsLead('/projects/:id/import', {
      ...list({ rejected: 1 }),
      [`GET /projects/:id/imports/${id}/rejections?limit=50`]: () => ({
        rows: [{ line: 412, field: 'chosen', code: 'empty', message: 'This response is empty.' }],
        nextCursor: null,
      }),
    });
    const details = (await screen.findByText('1 rejected row')).closest('details');
    if (details === null) return expect.unreachable();
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(await within(details).findByText('412')).toBeDefined();
    expect(within(details).getByText('This response is empty.')).toBeDefined();
    const link = within(details).getByRole('link', { name: 'Download as CSV' });
    expect(link.getAttribute('href')).toMatch(/rejections\.csv$/);
  });

  it('turns a share of its verdicts into gold', async () => {
    const { sent } = openAsLead('/projects/:id/import', {
      ...list({ verdicts: 2_000 }),
      [`POST /projects/:id/imports/${id}/gold`]: () => anImport({ verdicts: 2_000, goldsMade: 100 }),
    });
    fireEvent.change(await screen.findByLabelText('Percent of the verdicts'), { target: { value: '5' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make gold' }));
    expect(await screen.findByText(/100 gold answers made/)).toBeDefined();
    expect(sent[0]?.body).toEqual({ percent: 5 });
  });
});
