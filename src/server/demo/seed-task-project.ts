import { Readable } from 'node:stream';
import { readTasks } from '#seeds/demo/read-content.ts';
import type { DemoTaskProject } from '#seeds/demo/tasks/task-projects.ts';
import { uploadMedia } from '#server/features/media/upload-media.ts';
import { createProject } from '#server/features/projects/create-project.ts';
import { updateProject } from '#server/features/projects/update-project.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { appoint } from './appoint.ts';
import { granted } from './granted.ts';
import { importRows } from './import-rows.ts';
import { readJudgedTasks } from './judged-tasks.ts';
import { readRubric } from './read-rubric.ts';
import { replayWork } from './replay-work.ts';
import type { PeopleByEmail } from './seed-people.ts';
import type { SeedServices } from './seed-services.ts';

const halfHourMs = 1_800_000;
const hourMs = 3_600_000;

/** Sets up one of the smaller projects as its lead would, and lets its people do their work. */
export async function seedTaskProject(
  services: SeedServices,
  input: {
    readonly project: DemoTaskProject;
    readonly people: PeopleByEmail;
    readonly leadId: string;
    readonly now: Date;
    readonly seed: number;
  },
): Promise<string> {
  const { project, people, leadId, now } = input;
  const tasks = readTasks(project.tasks);
  const { name, description, instructions, overlap, start } = project;
  const times = { leaseMs: halfHourMs, amendWindowMs: hourMs };
  const about = { name, description, instructions, overlap, ...times, ...start };
  const projectId = granted(await createProject(services, { personId: leadId, ...about }));
  await appoint(services, { projectId, people, annotators: Object.keys(project.work) });
  for (const { name: fileName, bytes } of project.makeFiles?.() ?? []) {
    const file = { stream: Readable.from([bytes]), announcedBytes: bytes.length };
    granted(await uploadMedia(services, { projectId, personId: leadId, name: fileName, ...file }));
  }
  const rows = tasks.map(({ key, domain, prompt, responses, brief, code }) => ({
    ...{ key, domain, prompt, responses, brief, code },
  }));
  const fileName = `${project.tasks}.jsonl`;
  const rubric = await readRubric(services, projectId);
  const file = { projectId, personId: leadId, fileName, rows, rubric };
  await importRows(services, { ...file, format: 'tasks', mapping: null });
  granted(await updateProject(services, { projectId, revision: 1, change: { state: 'open' } }));
  const items = await readJudgedTasks(services, { projectId, tasks });
  const random = seededRandom(input.seed);
  await replayWork(services, { projectId, work: project.work, rubric, people, items, now, random });
  return projectId;
}
