import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Client, createClient } from '#client/call.ts';
import * as imports from '#contract/imports.ts';
import { createProject, readProject } from '#contract/projects.ts';
import {
  freePort,
  makeDataFolder,
  removeDataFolder,
  type SpawnedServer,
  spawnServer,
} from '#test/support/spawned-server.ts';

let server: SpawnedServer | undefined;
afterEach(async () => {
  await server?.terminate();
  if (server) removeDataFolder(server.folder);
});

const rows = 60_000;
const badEvery = 1_000;

/** Distinct pairs; every thousandth ends empty and must be rejected. */
function makeFile(): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => {
    const prompt = `\n\nHuman: Question ${index}, asked in some words?\n\nAssistant:`;
    const rejected = index % badEvery === 0 ? '' : ` The weaker answer ${index}.`;
    return JSON.stringify({
      chosen: `${prompt} The better answer ${index}.`,
      rejected: `${prompt}${rejected}`,
    });
  });
  return Buffer.from(`${lines.join('\n')}\n`);
}

async function signUp(address: string): Promise<Client> {
  const response = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Owner', email: 'owner@test.example', password: 'a long password' }),
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return createClient({ baseUrl: `${address}/api/v1`, headers: { origin: address, cookie } });
}

test('an import whose server is killed again and again ends with every row exactly once', async () => {
  const folder = makeDataFolder();
  const port = await freePort();
  server = await spawnServer({ folder, port });
  const client = await signUp(server.address);
  const project = await client.call(createProject, {
    body: {
      name: 'Killed',
      description: '',
      instructions: '',
      templateKey: 'pairwise_7_point',
      overlap: 1,
      leaseMs: 60_000,
      amendWindowMs: 0,
    },
  });
  const params = { projectId: project.id };
  const file = makeFile();
  const upload = await client.call(imports.startUpload, {
    params,
    body: { fileName: 'pairs.jsonl', sizeBytes: file.length },
  });
  await client.sendBytes(imports.sendUploadBytes, {
    params: { ...params, uploadId: upload.id },
    query: { offset: 0 },
    bytes: new Uint8Array(file),
  });
  const started = await client.call(imports.startImport, {
    params,
    body: { uploadId: upload.id, priority: 0, pairs: 'all' },
  });
  const read = () => client.call(imports.readImport, { params: { ...params, importId: started.id } });

  let kills = 0;
  for (let seen = 0, run = await read(); kills < 3 && run.state !== 'done'; run = await read()) {
    if (run.rowsRead > seen) {
      seen = run.rowsRead;
      kills += 1;
      await server.kill();
      server = await spawnServer({ folder, port });
    }
    await sleep(20);
  }
  let run = await read();
  while (run.state === 'waiting' || run.state === 'running') {
    await sleep(100);
    run = await read();
  }
  expect(kills).toBeGreaterThan(0);
  expect(run).toMatchObject({
    state: 'done',
    rowsRead: rows,
    itemsAdded: rows - rows / badEvery,
    duplicates: 0,
    rejected: rows / badEvery,
  });
  expect(await client.call(readProject, { params })).toMatchObject({ itemsTotal: rows - rows / badEvery });
});
