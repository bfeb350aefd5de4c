import { readImport, sendUploadBytes, startImport, startUpload } from '#contract/imports.ts';
import type { Project } from '#contract/projects.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import { taskRecord } from '#domain/imports/task-record.ts';
import { exampleFor } from '#domain/rubrics/example-for.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';

const pauseMs = 250;

/** Imports one made-up task that the project's rubric can be asked about, as a file like any other. */
export async function addExampleTask(
  project: Pick<Project, 'id' | 'rubricVersion' | 'templateKey'>,
): Promise<void> {
  const params = { projectId: project.id };
  const { rubric } = await api.call(readRubricVersion, {
    params: { ...params, version: project.rubricVersion },
  });
  const example = exampleFor(rubric as Rubric, project.templateKey);
  const bytes = new TextEncoder().encode(`${JSON.stringify(taskRecord(example, 'example'))}\n`);
  const upload = await api.call(startUpload, {
    params,
    body: { fileName: 'example-task.jsonl', sizeBytes: bytes.length },
  });
  await api.sendBytes(sendUploadBytes, {
    params: { ...params, uploadId: upload.id },
    query: { offset: 0 },
    bytes,
  });
  let run = await api.call(startImport, { params, body: { uploadId: upload.id, format: 'tasks' } });
  while (run.state === 'waiting' || run.state === 'running') {
    await new Promise((done) => setTimeout(done, pauseMs));
    run = await api.call(readImport, { params: { ...params, importId: run.id } });
  }
  if (run.state !== 'done' || run.itemsAdded + run.duplicates === 0)
    throw new Error(run.failure ?? say('The example task could not be added.'));
}
