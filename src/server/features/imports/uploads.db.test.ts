import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefusedError } from '#client/call-errors.ts';
import * as contract from '#contract/imports.ts';
import type { TestPerson } from '#test/support/people.ts';
import { addProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { startUpload } from './start-upload.ts';
import { tidyUploads } from './tidy-uploads.ts';

let server: TestServer;
let lead: TestPerson;
let projectId: string;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  const project = await addProject(server, { items: 0 });
  lead = project.lead;
  projectId = project.id;
});
afterAll(() => server.stop());

const begin = async (sizeBytes: number, fileName = 'a.jsonl') => {
  const upload = await lead.client.call(contract.startUpload, {
    params: { projectId },
    body: { fileName, sizeBytes },
  });
  return { projectId, uploadId: upload.id };
};
type Params = Awaited<ReturnType<typeof begin>>;
const send = (params: Params, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
  lead.client.sendBytes(contract.sendUploadBytes, { params, query: { offset }, bytes });
const read = (params: Params) => lead.client.call(contract.readUpload, { params });
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const fileOf = ({ uploadId }: Params) => join(server.services.config.dataFolder, 'uploads', uploadId);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: RefusedError) => [error.code, error.details],
  );

/** Sends some bytes of a longer body on a bare connection, and leaves the rest unsaid. */
async function sendHalf(params: Params, text: string): Promise<() => void> {
  const url = lead.client.urlOf(contract.sendUploadBytes, { params, query: { offset: 0 } });
  const put = request(url, {
    method: 'PUT',
    headers: {
      cookie: lead.cookie,
      origin: server.address,
      'content-type': 'application/octet-stream',
    },
  });
  put.on('error', () => {});
  put.write(text);
  while ((await read(params)).receivedBytes < text.length) await sleep(20);
  return () => put.destroy();
}

test('a file arrives in pieces and is exactly what was sent', async () => {
  const params = await begin(10);
  expect((await send(params, 0, bytesOf('0123'))).receivedBytes).toBe(4);
  const last = await send(params, 4, bytesOf('456789'));
  expect(last).toMatchObject({ receivedBytes: 10, complete: true });
  expect(readFileSync(fileOf(params), 'utf8')).toBe('0123456789');
});

test('a wrong offset is refused with the right one, and nothing is written', async () => {
  const params = await begin(10);
  await send(params, 0, bytesOf('0123'));
  for (const offset of [0, 3, 5])
    expect(await refusal(send(params, offset, bytesOf('x')))).toEqual([
      'upload_offset_wrong',
      { receivedBytes: 4 },
    ]);
  expect(readFileSync(fileOf(params), 'utf8')).toBe('0123');
});

test('more bytes than announced are refused, also when the request does not say how many it carries', async () => {
  const params = await begin(5);
  await send(params, 0, bytesOf('012'));
  expect(await refusal(send(params, 3, bytesOf('345')))).toMatchObject(['body_too_large', {}]);
  const bytes = new ReadableStream({
    start(controller) {
      controller.enqueue(bytesOf('34'));
      controller.enqueue(bytesOf('5'));
      controller.close();
    },
  });
  const sent = lead.client.sendBytes(contract.sendUploadBytes, { params, query: { offset: 3 }, bytes });
  expect(await refusal(sent)).toMatchObject(['body_too_large', {}]);
  expect(readFileSync(fileOf(params), 'utf8')).toBe('012');
});

test('a cut connection keeps what arrived, and the upload goes on from there', async () => {
  const params = await begin(8);
  const cut = await sendHalf(params, '0123');
  cut();
  expect(await send(params, 4, bytesOf('4567'))).toMatchObject({ complete: true });
  expect(readFileSync(fileOf(params), 'utf8')).toBe('01234567');
});

test('whoever tries again does not wait for a connection that hangs', async () => {
  const params = await begin(8);
  const cut = await sendHalf(params, '0123');
  expect(await send(params, 4, bytesOf('4567'))).toMatchObject({ complete: true });
  cut();
  expect(readFileSync(fileOf(params), 'utf8')).toBe('01234567');
});

test('of two that send the same piece at once, the file holds it once', async () => {
  const piece = bytesOf('x'.repeat(200_000));
  const params = await begin(piece.length);
  await Promise.allSettled([send(params, 0, piece), send(params, 0, piece)]);
  const { receivedBytes } = await read(params);
  if (receivedBytes < piece.length) await send(params, receivedBytes, piece.slice(receivedBytes));
  expect(readFileSync(fileOf(params), 'utf8')).toBe('x'.repeat(200_000));
});

test('the name of a file is never a path', async () => {
  const params = await begin(1, '../../../etc/passwd');
  await send(params, 0, bytesOf('x'));
  expect(readFileSync(fileOf(params), 'utf8')).toBe('x');
});

test('a file that the disk has no room for is refused before it is sent', async () => {
  const outcome = await startUpload(server.services, {
    projectId,
    personId: lead.id,
    fileName: 'huge.jsonl',
    sizeBytes: 1e18,
  });
  expect(outcome).toMatchObject({ refused: 'disk_full' });
});

test('an upload whose file was removed says so', async () => {
  const params = await begin(3);
  rmSync(fileOf(params));
  expect(await refusal(read(params))).toEqual(['upload_gone', {}]);
});

test('an upload of another project is not found', async () => {
  const params = await begin(3);
  const other = await addProject(server, { items: 0 });
  const asked = other.lead.client.call(contract.readUpload, { params: { ...params, projectId: other.id } });
  expect(await refusal(asked)).toEqual(['not_found', {}]);
});

test('JSON is no file', async () => {
  const params = await begin(3);
  const url = lead.client.urlOf(contract.sendUploadBytes, { params, query: { offset: 0 } });
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { cookie: lead.cookie, origin: server.address, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(415);
});

describe('an upload that is older than a week', () => {
  const inDays = (days: number) => ({
    ...server.services,
    now: () => new Date(Date.now() + days * 86_400_000),
  });
  const addImport = (params: Params, state: string, finishedDaysAgo: number | null = null) =>
    server.services.database.pool.query(
      `insert into imports (id, project_id, upload_id, file_name, format, state, bytes_total, created_by, created_at, finished_at)
       values ($1, $2, $3, 'a.jsonl', 'generic', $4, 3, $5, now(), now() + $6 * interval '1 day')`,
      [server.services.newId(), projectId, params.uploadId, state, lead.id, finishedDaysAgo],
    );

  test('is removed, bytes and row, and not a day before', async () => {
    const params = await begin(3);
    await tidyUploads(inDays(6.9));
    expect(existsSync(fileOf(params))).toBe(true);
    await tidyUploads(inDays(7.1));
    expect(existsSync(fileOf(params))).toBe(false);
    expect(await refusal(read(params))).toEqual(['not_found', {}]);
  });

  test.each([
    ['waits', 'waiting', null],
    ['runs', 'running', null],
    ['failed this week', 'failed', 5],
  ])('stays while its import %s', async (_name, state, finishedAfterDays) => {
    const params = await begin(3);
    await addImport(params, state, finishedAfterDays);
    await tidyUploads(inDays(8));
    expect(existsSync(fileOf(params))).toBe(true);
  });

  test('is gone, though its import remembers it, when that failed long ago', async () => {
    const params = await begin(3);
    await addImport(params, 'failed', 0);
    await tidyUploads(inDays(8));
    expect(await refusal(read(params))).toEqual(['upload_gone', {}]);
  });

  test('is removed also where a crash left only its file', async () => {
    const stray = { projectId, uploadId: server.services.newId() };
    await begin(3);
    writeFileSync(fileOf(stray), 'abc');
    await tidyUploads(inDays(6));
    expect(existsSync(fileOf(stray))).toBe(true);
    await tidyUploads(inDays(8));
    expect(existsSync(fileOf(stray))).toBe(false);
  });
});
