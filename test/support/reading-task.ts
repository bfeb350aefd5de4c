import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { createProject, updateProject } from '#contract/projects.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { type OpenedPage, openPage, signInContext } from './open-page.ts';
import { addPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

/** What stands on the screen of a task that is there to be read. */
export interface ReadingTask {
  readonly prompt: string;
  readonly responses: readonly string[];
}

/** A rubric that asks of each response alone, so that there may be any number of them. */
const templateKey = rubricTemplates.find(({ rubric }) =>
  rubric.criteria.every(({ target }) => target === 'response'),
)?.key;

/** An open project with one task whose responses are rated, and so may be any number. */
export async function addReadingTask(server: TestServer, task: ReadingTask): Promise<string> {
  const { database, newId } = server.services;
  const lead = await addPerson(server, { deploymentRole: 'lead' });
  const project = await lead.client.call(createProject, {
    body: {
      name: `Reading ${newId()}`,
      description: '',
      instructions: '',
      ...(templateKey !== undefined && { templateKey }),
      overlap: 9,
      leaseMs: 3_600_000,
    },
  });
  const { id: projectId, revision } = project;
  await lead.client.call(updateProject, { params: { projectId }, body: { revision, state: 'open' } });
  const id = newId();
  await database.pool.query(
    'insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, created_at) values ($1, $2, $3, 0, $4, 9, 9, now())',
    [id, projectId, createHash('sha256').update(id).digest(), task.responses.length],
  );
  const responses = task.responses.map((text, index) => ({ id: `r${index + 1}`, text, model: 'm' }));
  await database.pool.query('insert into item_contents (item_id, prompt, responses) values ($1, $2, $3)', [
    id,
    JSON.stringify([{ role: 'user', content: task.prompt }]),
    JSON.stringify(responses),
  ]);
  return projectId;
}

/** Somebody new with this task before them. */
export async function openReadingTask(
  server: TestServer,
  browser: Browser,
  options: {
    readonly task: ReadingTask;
    readonly size?: { readonly width: number; readonly height: number };
  },
): Promise<OpenedPage> {
  const projectId = await addReadingTask(server, options.task);
  const person = await addPerson(server, { projectId });
  const opened = await openPage(browser, server.address, options.size);
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(`/projects/${projectId}/judge`);
  await opened.page.getByRole('article', { name: 'Response A' }).waitFor();
  return opened;
}
