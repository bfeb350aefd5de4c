import { readImport, sendUploadBytes, startImport, startUpload } from '#contract/imports.ts';
import { uploadMedia } from '#contract/media.ts';
import type { Project } from '#contract/projects.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import { taskRecord } from '#domain/imports/task-record.ts';
import type { ItemContent } from '#domain/items/item.ts';
import { listAttachments } from '#domain/items/list-attachments.ts';
import { exampleFor } from '#domain/rubrics/example-for.ts';
import { findExampleAddress } from '#domain/rubrics/examples/media-examples.ts';
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
  await sendFiles(project.id, example);
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

/** Puts the files of an example among the project's media; those that are there already stay as they are. */
async function sendFiles(projectId: string, example: ItemContent): Promise<void> {
  for (const { mediaId, name } of listAttachments(example)) {
    const address = findExampleAddress(mediaId);
    if (address === undefined) continue;
    const response = await fetch(address);
    if (!response.ok) throw new Error(say('The example task could not be added.'));
    const bytes = new Uint8Array(await response.arrayBuffer());
    await api.sendBytes(uploadMedia, { params: { projectId }, query: { name }, bytes });
  }
}
