import { createHash } from 'node:crypto';
import { createProject, updateProject } from '#contract/projects.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { addPerson, type TestPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

export interface TestProject {
  readonly id: string;
  readonly lead: TestPerson;
  readonly itemIds: readonly string[];
}

/** An open pairwise project with a lead and a number of two-response items. */
export async function addProject(
  server: TestServer,
  options: {
    items?: number;
    overlap?: number;
    leaseMs?: number;
    amendWindowMs?: number;
    open?: boolean;
  } = {},
): Promise<TestProject> {
  const lead = await addPerson(server, { name: 'Lead', deploymentRole: 'lead' });
  const project = await lead.client.call(createProject, {
    body: {
      name: `Project ${server.services.newId()}`,
      description: '',
      instructions: '',
      templateKey: 'pairwise_7_point',
      overlap: options.overlap ?? 2,
      leaseMs: options.leaseMs ?? 60_000,
      amendWindowMs: options.amendWindowMs ?? 3_600_000,
    },
  });
  if (options.open ?? true)
    await lead.client.call(updateProject, {
      params: { projectId: project.id },
      body: { revision: project.revision, state: 'open' },
    });
  const itemIds = await addItems(server, {
    projectId: project.id,
    count: options.items ?? 5,
    overlap: options.overlap ?? 2,
  });
  return { id: project.id, lead, itemIds };
}

/** Adds two-response items by SQL, as an import would. */
export async function addItems(
  server: TestServer,
  items: { projectId: string; count: number; overlap: number },
): Promise<string[]> {
  const { database, newId } = server.services;
  const ids = Array.from({ length: items.count }, () => newId());
  for (const [index, id] of ids.entries()) {
    await database.pool.query(
      `insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, created_at) values ($1, $2, $3, $4, 2, $5, $5, now())`,
      [id, items.projectId, createHash('sha256').update(id).digest(), index, items.overlap],
    );
    await database.pool.query(`insert into item_contents (item_id, prompt, responses) values ($1, $2, $3)`, [
      id,
      JSON.stringify([{ role: 'user', content: `Question ${index}?` }]),
      JSON.stringify([
        { id: 'r1', text: `First answer to ${index}`, model: 'model-one' },
        { id: 'r2', text: `Second answer to ${index}`, model: 'model-two' },
      ]),
    ]);
  }
  return ids;
}

/** The smallest valid answers to the pairwise 7-point rubric. */
export function validAnswers(
  overall: Answers['pair'][string] = { verdict: 'prefers', responseId: 'r1', strength: 2 },
): Answers {
  const rubric = rubricTemplates.find((template) => template.key === 'pairwise_7_point')?.rubric;
  const required = (rubric?.criteria ?? []).filter((criterion) => criterion.required);
  const pair = Object.fromEntries(
    required.filter((each) => each.target === 'pair').map((each) => [each.key, overall]),
  );
  return { pair, response: {}, task: {} };
}
