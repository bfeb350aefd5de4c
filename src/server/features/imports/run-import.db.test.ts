import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { Services } from '#server/services/services.ts';
import {
  findImport,
  type ImportChoices,
  insertImport,
  moveImport,
  type StoredImport,
} from '#server/store/import-store.ts';
import { hhLines, inspectItems, readRealHhFile } from '#test/support/imports.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { runImport } from './run-import.ts';

let server: TestServer;
let services: Services;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  services = server.services;
});
afterAll(() => server.stop());

interface Given {
  readonly project?: TestProject;
  readonly format?: ImportFormat;
  readonly choices?: Partial<ImportChoices>;
}

/** An import that waits, as after the click on "start". */
async function waitingImport(content: string | Buffer, given: Given = {}) {
  const project = given.project ?? (await addProject(server, { items: 0 }));
  const { kysely } = services.database;
  const [uploadId, id] = [services.newId(), services.newId()];
  const folder = join(services.config.dataFolder, 'uploads');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, uploadId);
  writeFileSync(path, content);
  const bytesTotal = Buffer.byteLength(content);
  const common = { projectId: project.id, fileName: 'pairs.jsonl', createdBy: project.lead.id };
  await kysely
    .insertInto('uploads')
    .values({ ...common, id: uploadId, sizeBytes: bytesTotal, createdAt: new Date() })
    .execute();
  const choices = { mapping: null, pairs: 'all', priority: 0, ...given.choices } as const;
  const format = given.format ?? 'hh_rlhf';
  await insertImport(kysely, { ...common, id, uploadId, format, choices, bytesTotal, now: new Date() });
  return { project, id, path };
}

async function stateOf(importId: string): Promise<StoredImport> {
  const run = await findImport(services.database.kysely, { importId });
  if (!run) throw new Error('no such import');
  return run;
}

async function imported(content: string | Buffer, given: Given = {}) {
  const waiting = await waitingImport(content, given);
  await runImport(services, waiting.id);
  return { ...waiting, run: await stateOf(waiting.id) };
}

/** Services that fail at the n-th new id (while a batch is prepared) or clock reading (also while one is written). */
function failingAt(source: 'newId' | 'now', n: number): Services {
  let asked = 0;
  const count = () => {
    asked += 1;
    if (asked === n) throw new Error('the power is gone');
  };
  return {
    ...services,
    newId: () => {
      if (source === 'newId') count();
      return services.newId();
    },
    now: () => {
      if (source === 'now') count();
      return services.now();
    },
  };
}

const counts = ({ rowsRead, itemsAdded, duplicates, rejected, verdicts }: StoredImport) => ({
  rowsRead,
  itemsAdded,
  duplicates,
  rejected,
  verdicts,
});

test('the file stays while its import can be gone on with, and goes once it is done', async () => {
  const { id, path } = await waitingImport(hhLines(3));
  await runImport(failingAt('newId', 2), id);
  expect([(await stateOf(id)).state, existsSync(path)]).toEqual(['failed', true]);
  await moveImport(services.database.kysely, { importId: id, from: ['failed'], to: 'waiting' });
  await runImport(services, id);
  expect([(await stateOf(id)).state, existsSync(path)]).toEqual(['done', false]);
});

test('every row becomes an item with its content, its verdict and the overlap of the project', async () => {
  const { project, run } = await imported(hhLines(3), { choices: { priority: 7 } });
  expect(run).toMatchObject({ state: 'done', failure: null, bytesRead: run.bytesTotal });
  expect(counts(run)).toEqual({ rowsRead: 3, itemsAdded: 3, duplicates: 0, rejected: 0, verdicts: 3 });
  const { rows } = await services.database.pool.query(
    `select i.priority, i.wanted, i.remaining, i.response_count, i.import_id, length(i.fingerprint) as bytes,
       c.prompt, c.responses, c.source_verdict from items i join item_contents c on c.item_id = i.id
     where i.project_id = $1 order by i.id`,
    [project.id],
  );
  expect(rows[1]).toMatchObject({
    priority: 7,
    wanted: 2,
    remaining: 2,
    response_count: 2,
    import_id: run.id,
    bytes: 32,
    prompt: [{ role: 'user', content: 'Question 1?' }],
  });
  const winner = rows[1].source_verdict.preference.responseId;
  expect(rows[1].responses.find((response: { id: string }) => response.id === winner).text).toBe('Good 1');
});

test('the better response of chosen and rejected data is not always the first', async () => {
  const { project } = await imported(hhLines(60));
  const { rows } = await services.database.pool.query(
    `select count(*) filter (where source_verdict #>> '{preference,responseId}' = 'r1')::int as first
     from items i join item_contents c on c.item_id = i.id where i.project_id = $1`,
    [project.id],
  );
  expect(rows[0].first).toBeGreaterThan(10);
  expect(rows[0].first).toBeLessThan(50);
});

test('mapped columns called winner and loser do not give the verdict away either', async () => {
  const content = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify({ q: `Question ${index}`, winner: `Good ${index}`, loser: `Bad ${index}` }),
  ).join('\n');
  const mapping = { prompt: 'q', responses: { kind: 'columns', columns: ['winner', 'loser'] } } as const;
  const { project } = await imported(content, { format: 'generic', choices: { mapping } });
  const { rows } = await services.database.pool.query(
    `select count(*) filter (where responses #>> '{0,text}' like 'Good%')::int as first
     from items i join item_contents c on c.item_id = i.id where i.project_id = $1`,
    [project.id],
  );
  expect(rows[0].first).toBeGreaterThan(10);
  expect(rows[0].first).toBeLessThan(50);
});

test('the same file twice adds nothing the second time, and doubles inside a file count once', async () => {
  const content = hhLines(5) + hhLines(2);
  const first = await imported(content);
  expect(counts(first.run)).toMatchObject({ rowsRead: 7, itemsAdded: 5, duplicates: 2, verdicts: 5 });
  const second = await imported(content, { project: first.project });
  expect(counts(second.run)).toMatchObject({ rowsRead: 7, itemsAdded: 0, duplicates: 7, verdicts: 0 });
  expect(await inspectItems(server, first.project.id)).toMatchObject({ items: 5, contents: 5 });
});

test('bad rows are told with line, field and reason, and the others are imported', async () => {
  const bad = [
    '{"chosen": 1}',
    'not json',
    JSON.stringify({ chosen: '\n\nHuman: a\0b', rejected: 'x' }),
    JSON.stringify({ 'key\0': 'half \ud800', chosen: 'x' }),
  ];
  const { run } = await imported(`${hhLines(2)}${bad.join('\n')}\n${hhLines(2, 2)}`);
  expect(run.state).toBe('done');
  expect(counts(run)).toMatchObject({ rowsRead: 8, itemsAdded: 4, rejected: 4 });
  const { rows } = await services.database.pool.query(
    'select line::int, field, code from import_rejections where import_id = $1 order by line, ordinal',
    [run.id],
  );
  expect(rows).toEqual([
    { line: 3, field: 'chosen', code: 'missing_field' },
    { line: 4, field: null, code: 'malformed_json' },
    { line: 5, field: 'chosen', code: 'nul_character' },
    { line: 6, field: 'key\ufffd', code: 'nul_character' },
  ]);
});

test('many rejections on one line of a list are all kept, across batches', async () => {
  const { run } = await imported(JSON.stringify(Array.from({ length: 4_500 }, (_, index) => ({ index }))), {
    format: 'hh_rlhf',
  });
  expect(counts(run)).toMatchObject({ rowsRead: 4_500, rejected: 4_500, itemsAdded: 0 });
  expect((await inspectItems(server, run.projectId)).rejections).toBe(4_500);
});

test.for([
  ['newId', 1],
  ['newId', 2],
  ['newId', 4],
  ['now', 2],
  ['now', 3],
  ['now', 4],
  ['now', 7],
  ['now', 9],
] as const)(
  'an import that breaks at %s number %i goes on with exact totals, every row once',
  async ([source, n]) => {
    const content = `${hhLines(3_000)}{"chosen": 1}\n${hhLines(10)}${hhLines(4_000, 3_000)}`;
    const { project, id } = await waitingImport(content);
    await runImport(failingAt(source, n), id);
    expect((await stateOf(id)).state).toBe('failed');
    // As a killed server leaves it: still running, for the next start to take up.
    await moveImport(services.database.kysely, { importId: id, from: ['failed'], to: 'running' });
    await runImport(services, id);
    const run = await stateOf(id);
    expect(run.state).toBe('done');
    expect(counts(run)).toEqual({
      rowsRead: 7_011,
      itemsAdded: 7_000,
      duplicates: 10,
      rejected: 1,
      verdicts: 7_000,
    });
    const held = await inspectItems(server, project.id);
    expect(held).toMatchObject({ items: 7_000, contents: 7_000, rejections: 1 });
  },
);

test('rows that belong together are one item, however the import was cut', async () => {
  const ratings = { helpfulness: 3, correctness: 3, coherence: 3, complexity: 1, verbosity: 1 };
  const rows = Array.from({ length: 4_002 }, (_, index) =>
    JSON.stringify({ prompt: `Question ${index >> 1}`, response: `Answer ${index}`, ...ratings }),
  );
  // An odd first row moves every pair across the ends of batches.
  const content = [JSON.stringify({ prompt: 'Alone', response: 'One', ...ratings }), ...rows].join('\n');
  const { id } = await waitingImport(content, { format: 'helpsteer2', choices: { pairs: null } });
  await runImport(failingAt('newId', 2), id);
  await moveImport(services.database.kysely, { importId: id, from: ['failed'], to: 'waiting' });
  await runImport(services, id);
  const run = await stateOf(id);
  expect(run.state).toBe('done');
  expect(run.itemsAdded + run.rejected).toBe(2_002);
  const { rows: sizes } = await services.database.pool.query(
    'select response_count, count(*)::int from items where import_id = $1 group by 1 order by 1',
    [id],
  );
  expect(sizes.at(-1)).toEqual({ response_count: 2, count: 2_001 });
});

test('two workers at once import every row once', async () => {
  const { id, project } = await waitingImport(hhLines(5_000));
  await Promise.all([runImport(services, id), runImport(services, id), runImport(services, id)]);
  const run = await stateOf(id);
  expect(run.state).toBe('done');
  expect(counts(run)).toMatchObject({ rowsRead: 5_000, itemsAdded: 5_000, duplicates: 0 });
  expect((await inspectItems(server, project.id)).items).toBe(5_000);
});

test('two imports of the same rows at once, in opposite order, add each row once', async () => {
  const project = await addProject(server, { items: 0 });
  const content = hhLines(4_000);
  const backwards = `${content.trim().split('\n').reverse().join('\n')}\n`;
  const [one, other] = await Promise.all([
    waitingImport(content, { project }),
    waitingImport(backwards, { project }),
  ]);
  await Promise.all([runImport(services, one.id), runImport(services, other.id)]);
  const runs = [await stateOf(one.id), await stateOf(other.id)];
  expect(runs.map((run) => run.state)).toEqual(['done', 'done']);
  expect(runs.reduce((sum, run) => sum + run.itemsAdded, 0)).toBe(4_000);
  expect(runs.reduce((sum, run) => sum + run.duplicates, 0)).toBe(4_000);
});

test('a cancelled import stops at the next batch, and goes on where it stopped', async () => {
  const { id } = await waitingImport(hhLines(10_000));
  let seen = 0;
  const unsubscribe = services.projectEvents.subscribe((await stateOf(id)).projectId, () => {
    seen += 1;
    if (seen === 2)
      void moveImport(services.database.kysely, { importId: id, from: ['running'], to: 'cancelled' });
  });
  await runImport(services, id);
  unsubscribe();
  const stopped = await stateOf(id);
  expect(stopped.state).toBe('cancelled');
  expect(stopped.rowsRead).toBeLessThan(10_000);
  expect(stopped.itemsAdded).toBe(stopped.rowsRead);
  await moveImport(services.database.kysely, { importId: id, from: ['cancelled'], to: 'waiting' });
  await runImport(services, id);
  expect(counts(await stateOf(id))).toMatchObject({ rowsRead: 10_000, itemsAdded: 10_000 });
});

test('a resumption that finds the old worker still there begins when that one has left', async () => {
  const { id } = await waitingImport(hhLines(10_000));
  let seen = 0;
  let resumed: Promise<void> | undefined;
  const { kysely } = services.database;
  const unsubscribe = services.projectEvents.subscribe((await stateOf(id)).projectId, () => {
    seen += 1;
    if (seen !== 2) return;
    resumed = (async () => {
      await moveImport(kysely, { importId: id, from: ['running'], to: 'cancelled' });
      await moveImport(kysely, { importId: id, from: ['cancelled'], to: 'waiting' });
      await runImport(services, id);
    })();
  });
  await runImport(services, id);
  unsubscribe();
  await resumed;
  const run = await stateOf(id);
  expect(run.state).toBe('done');
  expect(counts(run)).toMatchObject({ rowsRead: 10_000, itemsAdded: 10_000, duplicates: 0 });
});

const packed = gzipSync(hhLines(3_000));

test.for<[string, Buffer, { failure: RegExp; added: (items: number) => boolean }]>([
  [
    'a cut gzip file',
    packed.subarray(0, packed.length - 2_000),
    { failure: /ends too early.*Everything up to line [\d,]+ is settled/, added: (items) => items > 1_000 },
  ],
  [
    'UTF-16',
    Buffer.from('\ufeff{"a": 1}', 'utf16le'),
    { failure: /UTF-16.*Nothing was imported/, added: (items) => items === 0 },
  ],
  [
    'a bomb',
    gzipSync(Buffer.alloc(80_000_000, 0x20)),
    { failure: /times its size/, added: (items) => items === 0 },
  ],
])('%s fails in words, and what came before it stays', async ([, content, expected]) => {
  const { run } = await imported(content);
  expect(run.state).toBe('failed');
  expect(run.failure).toMatch(expected.failure);
  expect(run.itemsAdded).toSatisfy(expected.added);
  expect((await inspectItems(server, run.projectId)).items).toBe(run.itemsAdded);
});

test('a file that is gone is named as such', async () => {
  const { id, path } = await waitingImport(hhLines(1));
  rmSync(path);
  await runImport(services, id);
  expect((await stateOf(id)).failure).toMatch(/no longer on the server: upload it again/);
});

test('a finished import is not run again', async () => {
  const { id, path } = await imported(hhLines(2));
  appendFileSync(path, hhLines(2, 2));
  await runImport(services, id);
  expect(counts(await stateOf(id))).toMatchObject({ rowsRead: 2, itemsAdded: 2 });
});

test('when an import ends, everybody searches the queue from its start again', async () => {
  const { project } = await imported(hhLines(1));
  await services.database.pool.query(
    `insert into queue_cursors (project_id, annotator_id, negative_priority, item_id)
     select $1, $2, 0, id from items where project_id = $1`,
    [project.id, project.lead.id],
  );
  await imported(hhLines(2, 1), { project });
  expect(await inspectItems(server, project.id)).toMatchObject({ items: 3, cursors: 0 });
});

test('expanding makes pairs of rows with more responses, each an item of its own', async () => {
  const completion = (text: string, rating: string) => ({
    model: 'm',
    response: text,
    annotations: { helpfulness: { Rating: rating } },
  });
  const row = {
    instruction: 'Say something',
    completions: [completion('one', '1'), completion('two', '3'), completion('three', '5')],
  };
  const all = await imported(JSON.stringify(row), { format: 'ultrafeedback' });
  expect(counts(all.run)).toMatchObject({ rowsRead: 1, itemsAdded: 3 });
  const ends = await imported(JSON.stringify(row), {
    format: 'ultrafeedback',
    choices: { pairs: 'best_vs_worst' },
  });
  expect(ends.run.itemsAdded).toBe(1);
});

const real = readRealHhFile();
test.runIf(real)('the real HH-RLHF file gives its known number of items and rejections', async () => {
  const { run } = await imported(real?.packed ?? '');
  expect(run.state).toBe('done');
  expect(run.rowsRead).toBe(2_312);
  expect(run.itemsAdded + run.duplicates).toBe(2_303);
  const { rows } = await services.database.pool.query(
    'select code, count(*)::int from import_rejections where import_id = $1 group by code order by code',
    [run.id],
  );
  expect(rows).toEqual([
    { code: 'empty_response', count: 4 },
    { code: 'prompts_differ', count: 5 },
  ]);
});
