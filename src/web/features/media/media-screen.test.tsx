import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Media } from '#contract/media.ts';
import { closePage, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

const aMedia = (more: Partial<Media> = {}): Media => ({
  mediaId: 'a'.repeat(64),
  kind: 'image',
  contentType: 'image/png',
  bytes: 2_048,
  width: 640,
  height: 480,
  durationMs: null,
  name: 'cat.png',
  createdAt: '2026-01-01T00:00:00Z',
  createdByName: 'Mara Lindqvist',
  items: 0,
  ...more,
});
const used = aMedia({
  mediaId: 'b'.repeat(64),
  name: 'dog.wav',
  kind: 'audio',
  width: null,
  height: null,
  durationMs: 65_000,
  items: 1_200,
});
const linkTo = ({ mediaId, kind, contentType, bytes, width, height, durationMs }: Media) => ({
  ...{ mediaId, kind, contentType, bytes, width, height, durationMs },
  url: `/media/p/${mediaId}`,
  expiresAt: '2026-01-01T00:15:00Z',
});
const list = 'GET /projects/:id/media?limit=50';
const answers = {
  [list]: () => ({ rows: [aMedia(), used], nextCursor: null }),
  'POST /projects/:id/media-links': ({ mediaIds }: Readonly<Record<string, unknown>>) => ({
    links: [aMedia(), used].filter(({ mediaId }) => (mediaIds as string[]).includes(mediaId)).map(linkTo),
  }),
};
const choose = async (...names: string[]) =>
  fireEvent.change(await screen.findByLabelText('Media to add', { selector: 'input' }), {
    target: { files: names.map((name) => new File(['x'], name)) },
  });

describe('media of a project', () => {
  it('are listed with a small picture, their size and how many items show them', async () => {
    openAsLead('/projects/:id/media', answers);
    const rows = within(await screen.findByRole('table', { name: 'Media' })).getAllByRole('row');
    expect(rows[1]?.textContent).toMatch(/cat\.png640 × 480.*0/);
    expect(rows[2]?.textContent).toMatch(/dog\.wav1 min 05 s.*1,200/);
    await waitFor(() =>
      expect(rows[1]?.querySelector('img')?.getAttribute('src')).toBe(linkTo(aMedia()).url),
    );
  });

  it('that are added show how they stand, each for itself', async () => {
    let answered = 0;
    openAsLead('/projects/:id/media', {
      ...answers,
      'POST /projects/:id/media?name=new.png': () => {
        answered += 1;
        return aMedia({ name: 'new.png' });
      },
      'POST /projects/:id/media?name=page.svg': () => refusal('media_refused', 'This file is an SVG.'),
    });
    await choose('new.png', 'page.svg');
    expect(await screen.findByText('This file is an SVG.')).toBeDefined();
    expect(await screen.findByText('Added')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Not added')).toBeDefined();
    expect(answered).toBe(1);
  });

  it('that no item shows can be deleted, others not', async () => {
    const { sent } = openAsLead('/projects/:id/media', {
      ...answers,
      'DELETE /projects/:id/media?name=cat.png': () => ({}),
    });
    const row = (await screen.findByText('cat.png')).closest('tr');
    fireEvent.click(within(row ?? expect.unreachable()).getByRole('button', { name: 'Delete cat.png' }));
    expect(await screen.findByText(/cat\.png.* is deleted\./)).toBeDefined();
    expect(sent.map(({ act }) => act)).toContain('DELETE /projects/:id/media?name=cat.png');
    expect(screen.getByRole('button', { name: /Delete .*dog\.wav/ })).toHaveProperty('disabled', true);
  });

  it('open in their viewer', async () => {
    openAsLead('/projects/:id/media', answers);
    fireEvent.click(await screen.findByText('cat.png'));
    expect(await screen.findByRole('region', { name: 'cat.png', hidden: true })).toBeDefined();
  });

  it('are not there yet', async () => {
    openAsLead('/projects/:id/media', { [list]: () => ({ rows: [], nextCursor: null }) });
    expect(await screen.findByText('No media yet')).toBeDefined();
  });
});
