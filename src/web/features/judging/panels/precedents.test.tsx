import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { Precedents } from './precedents.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const criterion: Criterion = {
  key: 'tone',
  label: 'Tone',
  help: '',
  target: 'task',
  scale: { kind: 'rating', min: 1, max: 5, anchors: [] },
  required: true,
};
const precedent = (id: number, words: string, criterionKey = '') => ({
  precedentId: `0190d1c8-0000-7000-8000-00000000000${id}`,
  ...{ section: 'Length', criterionKey, words, createdAt: '2026-01-01T00:00:00Z' },
});

function show(answer: unknown, search = '', criterionKey: string | null = null) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    asked.push(String(input));
    return Response.json(answer);
  });
  const ids = {
    projectId: '0190d1c8-0000-7000-8000-00000000000a',
    assignmentId: '0190d1c8-0000-7000-8000-00000000000b',
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Precedents {...ids} criteria={[criterion]} criterionKey={criterionKey} search={search} />
    </QueryClientProvider>,
  );
  return asked;
}
const open = () => fireEvent.click(screen.getByRole('button', { name: 'Show precedents' }));

it('stay away, and are not even asked for, until somebody asks', async () => {
  const asked = show({ precedents: [precedent(1, 'The shorter one wins.')] });
  expect(asked).toEqual([]);
  expect(screen.queryByText('The shorter one wins.')).toBeNull();
  open();
  expect(await screen.findByText('The shorter one wins.')).toBeDefined();
  expect(asked[0]).toMatch(/assignments\/0190d1c8-0000-7000-8000-00000000000b\/precedents$/);
});

it('put those about the criterion first on which help was asked, and name it', async () => {
  show({ precedents: [precedent(2, 'Newer.'), precedent(1, 'On tone.', 'tone')] }, '', 'tone');
  open();
  const items = await screen.findAllByRole('listitem');
  expect(items.map((item) => within(item).queryByText('On tone.') !== null)).toEqual([true, false]);
  expect(within(items[0] ?? document.body).getByText('Tone')).toBeDefined();
});

it('are searched with the words that the guidelines are searched for', async () => {
  const asked = show({ precedents: [] }, 'shorter wins');
  open();
  expect(await screen.findByText('No precedent holds these words.')).toBeDefined();
  expect(asked[0]).toMatch(/search=shorter(\+|%20)wins/);
});
