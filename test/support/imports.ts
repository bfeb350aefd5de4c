import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import * as contract from '#contract/imports.ts';
import type { BodyOf } from '#contract/route.ts';
import type { TestPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

const sharedFolder = process.env.PLUMBLINE_SHARED ?? join(import.meta.dirname, '../../../shared');
const realFile = join(sharedFolder, 'data/hh-rlhf-harmless-base-test.jsonl.gz');

/** The real HH-RLHF test file, packed; null on machines that do not have it. */
export function readRealHhFile(): { packed: Buffer; text: string } | null {
  if (!existsSync(realFile)) return null;
  const packed = readFileSync(realFile);
  return { packed, text: gunzipSync(packed).toString('utf8') };
}

/** Pairs in the shape of HH-RLHF, all different. */
export function hhLines(count: number, from = 0): string {
  const row = (index: number) => {
    const prompt = `\n\nHuman: Question ${index}?\n\nAssistant: `;
    return JSON.stringify({ chosen: `${prompt}Good ${index}`, rejected: `${prompt}Bad ${index}` });
  };
  return Array.from({ length: count }, (_, index) => `${row(from + index)}\n`).join('');
}

/** Sends a whole file in one piece and returns the upload's id. */
export async function uploadFile(
  person: Pick<TestPerson, 'client'>,
  projectId: string,
  content: string | Buffer,
): Promise<string> {
  const bytes = Buffer.from(content);
  const upload = await person.client.call(contract.startUpload, {
    params: { projectId },
    body: { fileName: 'pairs.jsonl', sizeBytes: bytes.length },
  });
  const params = { projectId, uploadId: upload.id };
  await person.client.sendBytes(contract.sendUploadBytes, { params, query: { offset: 0 }, bytes });
  return upload.id;
}

/** Imports a file through the API and waits until the import has ended. */
export async function importThrough(
  person: Pick<TestPerson, 'client'>,
  projectId: string,
  input: { content: string | Buffer } & Partial<BodyOf<typeof contract.startImport>>,
): Promise<contract.ImportRun> {
  const { content, ...choices } = input;
  const uploadId = await uploadFile(person, projectId, content);
  const run = await person.client.call(contract.startImport, {
    params: { projectId },
    body: { uploadId, ...choices },
  });
  return waitForEnd(person, projectId, run.id);
}

export async function waitForEnd(
  person: Pick<TestPerson, 'client'>,
  projectId: string,
  importId: string,
): Promise<contract.ImportRun> {
  for (;;) {
    const run = await person.client.call(contract.readImport, { params: { projectId, importId } });
    if (run.state !== 'waiting' && run.state !== 'running') return run;
    await sleep(50);
  }
}

/** What the project holds: its items' prompts, and how many rows are not what they should be. */
export async function inspectItems(
  server: TestServer,
  projectId: string,
): Promise<{ items: number; contents: number; rejections: number; cursors: number }> {
  const result = await server.services.database.pool.query(
    `select (select count(*)::int from items where project_id = $1) as items,
       (select count(*)::int from item_contents c join items i on i.id = c.item_id where i.project_id = $1) as contents,
       (select count(*)::int from import_rejections r join imports i on i.id = r.import_id where i.project_id = $1) as rejections,
       (select count(*)::int from queue_cursors where project_id = $1) as cursors`,
    [projectId],
  );
  return result.rows[0];
}
