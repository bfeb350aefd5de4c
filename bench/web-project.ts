import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Client } from '#client/call.ts';
import { readSession } from '#contract/accounts.ts';
import { createProject, setMemberRoles, updateProject } from '#contract/projects.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { becomeDemoPerson, clientOf } from '#test/support/demo-deployment.ts';
import { importThrough } from '#test/support/imports.ts';
import { openPage } from '#test/support/open-page.ts';

export interface BenchPlace {
  readonly browser: Browser;
  readonly address: string;
}

/** The demo's annotator with a browser of their own. */
export interface Annotator {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly client: Client;
}

export async function openAnnotator({ browser, address }: BenchPlace): Promise<Annotator> {
  const { context, page } = await openPage(browser, address);
  await becomeDemoPerson(context, address, 'annotator');
  return { context, page, client: await clientOf(context, address) };
}

interface Wanted {
  readonly name: string;
  readonly templateKey?: string;
  readonly rubric?: Rubric;
  readonly rows: readonly object[];
}

/** An open project of these tasks, which the demo's lead makes and its annotator judges; says its id. */
export async function addBenchProject(place: BenchPlace, { rows, ...wanted }: Wanted): Promise<string> {
  const annotator = await openAnnotator(place);
  const { person } = await annotator.client.call(readSession);
  await annotator.context.close();
  if (person === null) throw new Error('The demo’s annotator is not signed in.');
  const { context } = await openPage(place.browser, place.address);
  await becomeDemoPerson(context, place.address, 'lead');
  const client = await clientOf(context, place.address);
  const { id: projectId, revision } = await client.call(createProject, {
    body: { ...wanted, overlap: 1, leaseMs: 3_600_000 },
  });
  const content = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const run = await importThrough({ client }, projectId, { content });
  if (run.itemsAdded !== rows.length) throw new Error(`The tasks were not added: ${JSON.stringify(run)}`);
  await client.call(setMemberRoles, {
    params: { projectId, personId: person.id },
    body: { roles: ['annotator'] },
  });
  await client.call(updateProject, { params: { projectId }, body: { revision, state: 'open' } });
  await context.close();
  return projectId;
}
