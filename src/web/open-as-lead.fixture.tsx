import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import { vi } from 'vitest';
import { buildOpenApi } from '#contract/openapi.ts';
import { allRoutes } from '#contract/routes.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { createQueryClient } from '#web/session/query-client.ts';
import { Toaster } from '#web/ui/toast.tsx';
import { createAppRouter } from './routes.tsx';

export const projectId = '0190d1c8-0000-7000-8000-00000000000a';
export const jonasId = '0190d1c8-0000-7000-8000-000000000002';
const createdAt = '2026-01-01T00:00:00Z';
const mara = {
  id: '0190d1c8-0000-7000-8000-000000000001',
  email: 'mara@example.org',
  name: 'Mara Lindqvist',
  deploymentRole: 'lead',
  disabledAt: null,
  createdAt,
};
const preferences = {
  theme: 'light',
  language: 'auto',
  fontSizePx: 17,
  measureCharacters: 72,
  layout: 'side_by_side',
  keys: {},
};
const template = rubricTemplates[0];
if (template === undefined) throw new Error('There is no template');

const project = {
  id: projectId,
  name: 'Harmless base',
  description: '',
  instructions: '',
  overlap: 2,
  leaseMs: 1_800_000,
  amendWindowMs: 3_600_000,
  targetPerDay: null,
  annotatorSees: 'all',
  flagPolicy: { hold: ['illegal'] },
  state: 'draft',
  templateKey: template.key,
  rubricVersion: 1,
  guidelineVersion: 1,
  roles: ['lead'],
  itemsTotal: 0,
  itemsDone: 0,
  judgmentsTotal: 0,
  revision: 1,
  createdAt,
};
const facts = (version: number) => ({ version, note: '', createdAt, createdByName: 'Mara Lindqvist' });
const member = (personId: string, name: string, roles: readonly string[]) => ({
  ...{ personId, name, roles, judgments: 0, addedAt: createdAt },
  email: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
});

export interface SentRequest {
  /** Such as "POST /projects/…/rubrics", with the project's id as ":id". */
  readonly act: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = (body: SentRequest['body']) => unknown;

/** A project as its lead finds it, in memory; single acts may be answered otherwise. */
function usualAnswers(): Record<string, Answer> {
  const rubric = template?.rubric;
  const markdown = '# About\n\nCompare two responses.\n\n## Both bad\n\nNeither can be sent.';
  const members = [member(mara.id, mara.name, ['lead']), member(jonasId, 'Jonas Weber', ['annotator'])];
  return {
    'GET /projects/:id/adaptive-overlap': () => ({
      settings: null,
      decidingLabel: 'Overall',
      ...{ balance: 0, settled: 0, extended: 0, split: 0, open: 0, splitItems: [] },
    }),
    'GET /projects/:id/repeats': () => ({
      settings: { sharePercent: 0, leastTasks: 30, leastHours: 0 },
      ...{ isPossible: true, given: 0, answered: 0, skipped: 0 },
    }),
    'GET /session': () => ({ person: mara, preferences, setupRequired: false, demo: false, version: '1' }),
    'GET /projects': () => ({ projects: [project] }),
    'GET /templates': () => ({ templates: rubricTemplates }),
    'POST /projects': (body) => ({ ...project, ...body }),
    'GET /projects/:id': () => project,
    'PATCH /projects/:id': (body) => ({ ...project, ...body, revision: 2 }),
    'GET /projects/:id/rubrics': () => ({ versions: [facts(1)] }),
    'GET /projects/:id/rubrics/1': () => ({ ...facts(1), rubric }),
    'POST /projects/:id/rubrics': ({ basedOn, rubric: sent }) => ({
      ...facts(Number(basedOn) + 1),
      rubric: sent,
    }),
    'GET /projects/:id/guidelines': () => ({ versions: [facts(1)] }),
    'GET /projects/:id/guidelines/1': () => ({ ...facts(1), markdown }),
    'POST /projects/:id/guidelines': ({ basedOn, markdown: sent }) => ({
      ...facts(Number(basedOn) + 1),
      markdown: sent,
    }),
    'GET /projects/:id/members': () => ({ members }),
    [`PUT /projects/:id/members/${jonasId}`]: ({ roles }) => ({
      members: members.map((one) => (one.personId === jonasId ? { ...one, roles } : one)),
    }),
    'GET /projects/:id/invitations': () => ({ invitations: [] }),
    'GET /api/openapi.json': () => buildOpenApi(allRoutes),
  };
}

/** Answers that make whoever opens the page a reviewer and nothing else. */
export const asReviewer: Readonly<Record<string, Answer>> = {
  'GET /session': () => ({
    person: { ...mara, deploymentRole: 'member' },
    ...{ preferences, setupRequired: false, demo: false, version: '1' },
  }),
  'GET /projects/:id': () => ({ ...project, roles: ['reviewer'] }),
};

/** A refusal as the server words it. */
export function refusal(code: string, detail: string): Response {
  return Response.json({ code, detail, requestId: 'r' }, { status: 409 });
}

class SilentEventSource {
  addEventListener(): void {}
  close(): void {}
}

/** Opens a page of the app as the project's lead; gives back what the page sends. */
export function openAsLead(path: string, answers: Record<string, Answer> = {}) {
  const sent: SentRequest[] = [];
  const known = { ...usualAnswers(), ...answers };
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const address = String(input).replace('/api/v1', '').replace(projectId, ':id');
    const act = `${init?.method ?? 'GET'} ${address}`;
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as SentRequest['body']) : {};
    if (!act.startsWith('GET')) sent.push({ act, body });
    const answer = known[act];
    if (answer === undefined)
      return Response.json({ code: 'not_found', detail: act, requestId: 'r' }, { status: 404 });
    const value = answer(body);
    return value instanceof Response ? value : Response.json(value);
  });
  vi.stubGlobal('EventSource', SilentEventSource);
  vi.stubGlobal('scrollTo', () => {});
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path.replace(':id', projectId)] }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>,
  );
  return { router, sent };
}

/** Takes the page and what it kept away; for `afterEach`. */
export function closePage({ keepStore = false } = {}): void {
  cleanup();
  vi.unstubAllGlobals();
  if (!keepStore) localStorage.clear();
}
