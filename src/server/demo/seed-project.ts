import type { ProjectRole } from '#domain/access/roles.ts';
import { simulatedAnnotators } from '#seeds/demo/annotator.ts';
import type { DemoProject } from '#seeds/demo/demo-projects.ts';
import type { DemoPrompt } from '#seeds/demo/demo-prompt.ts';
import { readGuidelines } from '#seeds/demo/read-content.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { createProject } from '#server/features/projects/create-project.ts';
import { setRoles } from '#server/features/projects/members.ts';
import { updateProject } from '#server/features/projects/update-project.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { shuffle } from '#stats/random/shuffle.ts';
import { granted } from './granted.ts';
import { importRows } from './import-rows.ts';
import type { PeopleByEmail } from './seed-people.ts';
import type { SeedServices } from './seed-services.ts';

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
): Promise<{ projectId: string; importId: string }> {
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
  await appoint(services, { ...input, projectId });
  const rows = shuffle(project.makeRows(input.prompts), input.random);
  const importId = await importRows(services, {
    projectId,
    personId: leadId,
    fileName: project.fileName,
    rows,
  });
  granted(await updateProject(services, { projectId, revision: 1, change: { state: 'open' } }));
  return { projectId, importId };
}

/** Guidelines as they first were: one section came with the second version. */
function firstGuidelines(project: DemoProject): string {
  return readGuidelines(project.guidelines).split(`\n## ${project.addedSection}`)[0] ?? '';
}

const projectRoles: Readonly<Record<string, readonly ProjectRole[]>> = {
  owner: ['owner'],
  lead: ['owner', 'lead'],
  safety: ['safety'],
  researcher: ['researcher'],
};

async function appoint(
  services: SeedServices,
  { project, people, projectId }: SeedProjectInput & { projectId: string },
): Promise<void> {
  const working = simulatedAnnotators.filter(({ key }) => project.work[key] !== undefined);
  const appointments = new Map<string, readonly ProjectRole[]>([
    ...working.map(({ email }) => [email, ['annotator']] as const),
    ...demoPeople.map(({ key, email }) => [email, projectRoles[key] ?? ['annotator']] as const),
  ]);
  for (const [email, roles] of appointments) {
    const personId = people.get(email) ?? '';
    granted(await setRoles(services, { projectId, personId, roles, mayAppointOwners: true }));
  }
}
