import type { ColumnMapping } from '#domain/imports/mapping.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { DemoProject } from '#seeds/demo/demo-projects.ts';
import type { DemoPrompt } from '#seeds/demo/demo-prompt.ts';
import { readGuidelines } from '#seeds/demo/read-content.ts';
import { simulatedReviewer } from '#seeds/demo/reviewer.ts';
import { createProject } from '#server/features/projects/create-project.ts';
import { updateProject } from '#server/features/projects/update-project.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { shuffle } from '#stats/random/shuffle.ts';
import { appoint } from './appoint.ts';
import { granted } from './granted.ts';
import { importRows } from './import-rows.ts';
import { readRubric } from './read-rubric.ts';
import type { PeopleByEmail } from './seed-people.ts';
import type { SeedServices } from './seed-services.ts';

const mapping: ColumnMapping = {
  prompt: 'prompt',
  responses: { kind: 'list', column: 'responses' },
  id: 'key',
  domain: 'domain',
  metadata: [],
  verdict: { column: 'known_better', reading: 'letter' },
};
const halfHourMs = 1_800_000;
const hourMs = 3_600_000;

/** What a project needs that the demo shares between its projects. */
export interface SeedProjectInput {
  readonly project: DemoProject;
  readonly prompts: readonly DemoPrompt[];
  readonly people: PeopleByEmail;
  readonly leadId: string;
  readonly random: Random;
}

/** Sets a project up as its lead would: create, appoint, import, open. */
export async function seedProject(
  services: SeedServices,
  input: SeedProjectInput,
): Promise<{ projectId: string; importId: string; rubric: Rubric }> {
  const { project, leadId } = input;
  const projectId = granted(
    await createProject(services, {
      personId: leadId,
      name: project.name,
      description: project.description,
      instructions: project.instructions,
      overlap: project.overlap,
      leaseMs: halfHourMs,
      amendWindowMs: hourMs,
      targetPerDay: 40,
      templateKey: project.templateKey,
      guidelines: firstGuidelines(project),
    }),
  );
  const reviewerEmail = project.quality && simulatedReviewer.email;
  const annotators = Object.keys(project.work);
  await appoint(services, { projectId, people: input.people, annotators, reviewerEmail });
  const rubric = await readRubric(services, projectId);
  const rows = shuffle(project.makeRows(input.prompts), input.random);
  const importId = await importRows(services, {
    projectId,
    personId: leadId,
    fileName: project.fileName,
    rows,
    format: 'generic',
    mapping,
    rubric,
  });
  granted(await updateProject(services, { projectId, revision: 1, change: { state: 'open' } }));
  return { projectId, importId, rubric };
}

/** Guidelines as they first were: one section came with the second version. */
function firstGuidelines(project: DemoProject): string {
  return readGuidelines(project.guidelines).split(`\n## ${project.addedSection}`)[0] ?? '';
}
