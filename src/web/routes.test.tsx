import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '#web/session/query-client.ts';
import { createAppRouter } from './routes.tsx';

const ada = {
  id: '0190d1c8-0000-7000-8000-000000000001',
  email: 'ada@example.org',
  name: 'Ada Lovelace',
  deploymentRole: 'lead',
  disabledAt: null,
  createdAt: '2026-01-01T00:00:00Z',
};
const preferences = {
  theme: 'dark',
  language: 'auto',
  fontSizePx: 19,
  measureCharacters: 64,
  layout: 'side_by_side',
  keys: {},
};

/** A server in memory that knows just enough to sign in. */
function answerFor(facts: { demo: boolean; setupRequired: boolean }) {
  let person: typeof ada | null = null;
  const session = () => ({ person, preferences, version: '1', ...facts });
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const act = `${init?.method} ${String(input).replace('/api/v1', '')}`;
    const roles = [{ key: 'lead', name: 'Ada Lovelace', role: 'Lead', summary: 'Writes the rubric.' }];
    if (act === 'GET /session') return Response.json(session());
    if (act === 'GET /demo/people') return Response.json({ people: roles });
    if (act === 'GET /projects') return Response.json({ projects: [] });
    if (act === 'POST /demo/session') {
      person = ada;
      return Response.json(session());
    }
    const refusal = { code: 'wrong_credentials', detail: 'They do not belong together.', requestId: 'r' };
    return Response.json(refusal, { status: 401 });
  };
}

function open(path: string, facts = { demo: true, setupRequired: false }) {
  vi.stubGlobal('fetch', vi.fn(answerFor(facts)));
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('leads somebody unknown to the sign-in page and back to where they wanted to go', async () => {
  const router = open('/settings');
  fireEvent.click(await screen.findByRole('button', { name: /^Lead/ }));
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
  expect(router.state.location.pathname).toBe('/settings');
});

it('applies what the person has set for themselves', async () => {
  open('/');
  fireEvent.click(await screen.findByRole('button', { name: /^Lead/ }));
  await screen.findByText('No projects yet');
  const root = document.documentElement;
  expect(root.dataset.theme).toBe('dark');
  expect(root.style.getPropertyValue('--reading-size')).toBe('19px');
});

it('says beside the form why a sign-in was refused, and keeps what was typed', async () => {
  open('/sign-in', { demo: false, setupRequired: false });
  const email = await screen.findByLabelText('E-mail');
  fireEvent.change(email, { target: { value: 'ada@example.org' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'wrong' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('They do not belong together.');
  expect((email as HTMLInputElement).value).toBe('ada@example.org');
});

it('leads to the first-run page while nobody owns the deployment', async () => {
  const router = open('/', { demo: false, setupRequired: true });
  expect(await screen.findByRole('heading', { name: 'Welcome to Plumbline' })).toBeDefined();
  await waitFor(() => expect(router.state.location.pathname).toBe('/setup'));
});
