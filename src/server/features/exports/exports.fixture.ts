import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as contract from '#contract/exports.ts';
import type { BodyOf } from '#contract/route.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { runExport } from '#server/features/exports/run-export.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import type { TestServer } from '#test/support/test-server.ts';

type Body = BodyOf<typeof contract.startExport>;

/** What is left out is as usual. */
export type Start = Partial<Omit<Body, 'options'>> & { readonly options?: Partial<Body['options']> };

export const everythingInTrain = { validationPercent: 0, testPercent: 0 };

/** A comparison of the two responses in the words of the 7-point rubric. */
export function overall(answer: Answers['pair'][string]): Partial<Answers> {
  return { pair: { overall: answer } };
}

/** A project in which one annotator judged each item in turn as `answers` say. */
export async function addJudgedProject(
  server: TestServer,
  answers: readonly Partial<Answers>[],
): Promise<TestProject & { annotatorId: string }> {
  const project = await addProject(server, { items: answers.length });
  const annotator = await addPerson(server, { projectId: project.id });
  for (const [index, itemId] of project.itemIds.entries()) {
    const judged = { projectId: project.id, itemId, annotatorId: annotator.id };
    await addJudgment(server, { ...judged, answers: answers[index] ?? {} });
  }
  return { ...project, annotatorId: annotator.id };
}

/** Puts an export in line without running it. */
export async function start(project: TestProject, body: Start = {}): Promise<string> {
  const options = { ...everythingInTrain, ...body.options };
  const run = await project.lead.client.call(contract.startExport, {
    params: { projectId: project.id },
    body: { format: 'trl-preference', parquet: false, ...body, options },
  });
  return run.id;
}

/** Every file of a finished export by name. */
export async function readFolder(server: TestServer, exportId: string): Promise<Map<string, Buffer>> {
  const folder = join(server.services.config.dataFolder, 'exports', exportId);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), await readFile(path));
  }
  return files;
}

export type Row = Record<string, unknown>;

export function parseLines(files: ReadonlyMap<string, Buffer>, start: string): Row[] {
  return [...files]
    .filter(([name]) => name.startsWith(start))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, bytes]) => bytes.toString('utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Row);
}

/** Starts and runs an export, and reads the files that it left. */
export async function exportFiles(
  server: TestServer,
  project: TestProject,
  body: Start & { shardBytes?: number } = {},
): Promise<Map<string, Buffer>> {
  const { shardBytes, ...request } = body;
  const id = await start(project, request);
  await runExport(server.services, id, { shardBytes: shardBytes ?? 500_000_000 });
  return readFolder(server, id);
}
