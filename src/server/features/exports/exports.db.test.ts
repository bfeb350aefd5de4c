import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import tar from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/exports.ts';
import type { ProjectEvent } from '#server/services/project-events.ts';
import { findExport } from '#server/store/export-store.ts';
import { addPerson } from '#test/support/people.ts';
import type { TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { addJudgedProject, exportFiles, overall, readFolder, start } from './exports.fixture.ts';
import { runExport } from './run-export.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  // Jobs are sent but nobody works on them: the tests run exports themselves.
  await server.services.jobs.start();
});
afterAll(async () => {
  await server.services.jobs.stop();
  await server.stop();
});

const first = overall({ verdict: 'prefers', responseId: 'r1', strength: 3 });
const second = overall({ verdict: 'prefers', responseId: 'r2', strength: 1 });
const folderOf = (exportId: string) => join(server.services.config.dataFolder, 'exports', exportId);

async function finished(project: TestProject): Promise<string> {
  const id = await start(project);
  await runExport(server.services, id);
  return id;
}

describe('a run', () => {
  test('is told to open screens, ends as done and is listed newest first', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const seen: ProjectEvent[] = [];
    const stop = server.services.projectEvents.subscribe(project.id, (event) => seen.push(event));
    const older = await finished(project);
    const newer = await finished(project);
    stop();
    expect(seen.map((event) => (event.body as { state: string }).state)).toEqual(
      expect.arrayContaining(['waiting', 'running', 'done']),
    );
    const { exports } = await project.lead.client.call(contract.listExports, {
      params: { projectId: project.id },
    });
    expect(exports.map((each) => each.id)).toEqual([newer, older]);
    expect(exports[0]).toMatchObject({ state: 'done', itemsRead: 2, itemsTotal: 2, rowsWritten: 2 });
    expect(exports[0]?.files.map((file) => file.name)).toEqual([
      'preference/train-00000-of-00001.jsonl',
      'README.md',
      'manifest.json',
    ]);
  });

  test('that was killed begins anew and leaves the same files as one that was not', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const expected = await exportFiles(server, project);
    const id = await start(project);
    const { pool } = server.services.database;
    await pool.query(`update exports set state = 'running', items_read = 1 where id = $1`, [id]);
    await mkdir(join(`${folderOf(id)}.tmp`, 'preference'), { recursive: true });
    await writeFile(join(`${folderOf(id)}.tmp`, 'preference', 'train-0.jsonl.part'), '{"half":');
    await runExport(server.services, id);
    expect([...(await readFolder(server, id))]).toEqual([...expected]);
    expect(existsSync(`${folderOf(id)}.tmp`)).toBe(false);
  });

  test('happens once, however many times it is asked for at once', async () => {
    const project = await addJudgedProject(server, [first]);
    const id = await start(project);
    await Promise.all([1, 2, 3].map(() => runExport(server.services, id)));
    const row = await findExport(server.services.database.kysely, id);
    expect(row).toMatchObject({ state: 'done', rowsWritten: 1, failure: null });
  });

  test('sees the data as they were when it began to read', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const id = await start(project);
    await whileReadingWaits(
      () => runExport(server.services, id),
      async (client) => {
        await client.query(`update items set done = 0 where project_id = $1`, [project.id]);
      },
    );
    const row = await findExport(server.services.database.kysely, id);
    expect(row).toMatchObject({ state: 'done', itemsTotal: 2, rowsWritten: 2 });
  });

  test('that cannot write says so in words and keeps nothing', async () => {
    const project = await addJudgedProject(server, [first]);
    const id = await start(project);
    const dataFolder = join(server.services.config.dataFolder, 'a-file');
    await writeFile(dataFolder, '');
    await runExport({ ...server.services, config: { ...server.services.config, dataFolder } }, id);
    const row = await findExport(server.services.database.kysely, id);
    expect(row).toMatchObject({ state: 'failed', failure: expect.stringContaining('start it again') });
    await rm(dataFolder);
  });
});

/** Starts work that reads judgments, holds it up while `meanwhile` runs, and waits for its end. */
async function whileReadingWaits(
  work: () => Promise<void>,
  meanwhile: (client: { query(text: string, values?: unknown[]): Promise<unknown> }) => Promise<void>,
): Promise<void> {
  const client = await server.services.database.pool.connect();
  try {
    await client.query('begin');
    await client.query('lock table judgments in access exclusive mode');
    const running = work();
    await waitForWaiter();
    await meanwhile(client);
    await client.query('commit');
    await running;
  } finally {
    client.release();
  }
}

async function waitForWaiter(): Promise<void> {
  for (;;) {
    const found = await server.services.database.pool.query(
      `select 1 from pg_locks where not granted and relation = 'judgments'::regclass`,
    );
    if (found.rows.length > 0) return;
    await sleep(10);
  }
}

describe('a cancelled export', () => {
  test('that waits leaves nothing behind', async () => {
    const project = await addJudgedProject(server, [first]);
    const id = await start(project);
    const params = { projectId: project.id, exportId: id };
    const run = await project.lead.client.call(contract.cancelExport, { params });
    expect(run.state).toBe('cancelled');
    await runExport(server.services, id);
    expect(existsSync(folderOf(id))).toBe(false);
    await expect(project.lead.client.call(contract.cancelExport, { params })).rejects.toMatchObject({
      code: 'export_over',
    });
  });

  test('that is running stops and leaves nothing behind', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const id = await start(project);
    await whileReadingWaits(
      () => runExport(server.services, id),
      async () => {
        await project.lead.client.call(contract.cancelExport, {
          params: { projectId: project.id, exportId: id },
        });
      },
    );
    const row = await findExport(server.services.database.kysely, id);
    expect(row).toMatchObject({ state: 'cancelled', files: [] });
    const left = await readdir(join(server.services.config.dataFolder, 'exports')).catch(() => []);
    expect(left.filter((name) => name.startsWith(id))).toEqual([]);
  });
});

describe('a download', () => {
  test('gives one file byte for byte', async () => {
    const project = await addJudgedProject(server, [first]);
    const id = await finished(project);
    for (const [name, bytes] of await readFolder(server, id)) {
      const response = await project.lead.client.open(contract.downloadExportFile, {
        params: { projectId: project.id, exportId: id },
        query: { name },
      });
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
    }
  });

  test('gives the whole as a tar whose length was told beforehand', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const id = await finished(project);
    const response = await project.lead.client.open(contract.downloadExport, {
      params: { projectId: project.id, exportId: id },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('application/x-tar');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
    const extract = tar.extract();
    extract.end(bytes);
    const unpacked = new Map<string, Buffer>();
    for await (const entry of extract) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      unpacked.set(entry.header.name.replace(/^[^/]*\//, ''), Buffer.concat(chunks));
    }
    expect(unpacked).toEqual(await readFolder(server, id));
  });

  test.each(['../exports', 'preference', 'preference/../manifest.json', './manifest.json', '/etc/passwd'])(
    'of a name that the export does not list is refused: %s',
    async (name) => {
      const project = await addJudgedProject(server, [first]);
      const id = await finished(project);
      const asked = { params: { projectId: project.id, exportId: id }, query: { name } };
      await expect(project.lead.client.open(contract.downloadExportFile, asked)).rejects.toMatchObject({
        code: 'not_found',
      });
    },
  );

  test('of an export that is not done, or of another project, is refused', async () => {
    const project = await addJudgedProject(server, [first]);
    const other = await addJudgedProject(server, [first]);
    const waiting = await start(project);
    const open = (exportId: string) =>
      project.lead.client.open(contract.downloadExport, { params: { projectId: project.id, exportId } });
    await expect(open(waiting)).rejects.toMatchObject({ code: 'export_not_ready' });
    await expect(open(await finished(other))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a request', () => {
  test('sees the first rows and what would be left out', async () => {
    const judged = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? overall({ verdict: 'tie' }) : first,
    );
    const project = await addJudgedProject(server, judged);
    const preview = await project.lead.client.call(contract.previewExport, {
      params: { projectId: project.id },
      body: { format: 'trl-preference' },
    });
    expect(preview).toMatchObject({ itemsSeen: 21, drops: { tie: 1 } });
    expect(preview.rows).toHaveLength(20);
  });

  test('for what a format cannot hold is refused with the place', async () => {
    const project = await addJudgedProject(server, [first]);
    const request = { format: 'trl-preference', options: { ties: 'both_ways' } } as const;
    await expect(start(project, request as never)).rejects.toMatchObject({
      code: 'export_options_invalid',
      places: [{ path: 'body.options.ties' }],
    });
  });

  test('by an annotator is refused', async () => {
    const project = await addJudgedProject(server, [first]);
    const annotator = await addPerson(server, { projectId: project.id });
    await expect(start({ ...project, lead: annotator })).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
