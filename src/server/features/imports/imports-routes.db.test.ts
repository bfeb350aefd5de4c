import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RefusedError } from '#client/call-errors.ts';
import * as contract from '#contract/imports.ts';
import { takeHand } from '#contract/judging.ts';
import { updateProject } from '#contract/projects.ts';
import { hhLines, importThrough, inspectItems, uploadFile, waitForEnd } from '#test/support/imports.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const emptyProject = () => addProject(server, { items: 0 });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: RefusedError) => error.code,
  );
const csv = 'question,response_a,response_b,winner\nWhy?,Because,No idea,A\nHow?,Like this,,B\n';

async function preview(project: TestProject, content: string | Buffer, choices = {}) {
  const uploadId = await uploadFile(project.lead, project.id, content);
  return project.lead.client.call(contract.previewImport, {
    params: { projectId: project.id, uploadId },
    body: choices,
  });
}

const start = (project: TestProject, uploadId: string, choices = {}) =>
  project.lead.client.call(contract.startImport, {
    params: { projectId: project.id },
    body: { uploadId, ...choices },
  });

/** An import that failed behind its first batches: the file is cut. */
async function failedImport(project: TestProject) {
  const packed = gzipSync(hhLines(4_000));
  return importThrough(project.lead, project.id, { content: packed.subarray(0, packed.length - 500) });
}

test('a preview shows the format, the first rows and what would be left out, and writes nothing', async () => {
  const project = await emptyProject();
  const empty =
    '{"chosen": "\\n\\nHuman: a\\n\\nAssistant:", "rejected": "\\n\\nHuman: a\\n\\nAssistant: b"}\n';
  const seen = await preview(project, gzipSync(hhLines(30) + empty));
  expect(seen).toMatchObject({
    format: 'hh_rlhf',
    fileKind: 'jsonl',
    gzip: true,
    mapping: null,
    mismatch: null,
  });
  expect(seen.rows).toHaveLength(20);
  expect(seen.rows[0]?.prompt).toEqual([{ role: 'user', content: 'Question 0?' }]);
  expect(seen.rows[0]?.verdict).toMatch(/^Response [12] is better$/);
  expect(seen.rejections).toMatchObject([{ line: 31, field: 'chosen', code: 'empty_response' }]);
  expect(await inspectItems(server, project.id)).toMatchObject({ items: 0, rejections: 0 });
  const { imports } = await project.lead.client.call(contract.listImports, {
    params: { projectId: project.id },
  });
  expect(imports).toEqual([]);
});

test('a CSV gets a suggested mapping, which can be sent back as it is', async () => {
  const project = await emptyProject();
  const seen = await preview(project, csv);
  expect(seen).toMatchObject({
    format: 'generic',
    fileKind: 'csv',
    columns: ['question', 'response_a', 'response_b', 'winner'],
    mapping: {
      prompt: 'question',
      responses: ['response_a', 'response_b'],
      verdict: 'winner',
      verdictAs: 'letter',
    },
  });
  expect(seen.rejections).toMatchObject([{ line: 3, field: 'response_b', code: 'empty_response' }]);
  const mapping = seen.mapping ?? undefined;
  const run = await importThrough(project.lead, project.id, {
    content: csv,
    format: 'generic',
    ...(mapping && { mapping }),
  });
  expect(run).toMatchObject({ state: 'done', itemsAdded: 1, rejected: 1, verdicts: 1 });
});

test('a mapping that names a column the file does not have is refused with the place', async () => {
  const project = await emptyProject();
  const uploadId = await uploadFile(project.lead, project.id, csv);
  const mapping = { prompt: 'nothing', responses: ['response_a', 'response_b'] };
  const asked = start(project, uploadId, { format: 'generic', mapping });
  expect(await refusal(asked)).toBe('mapping_invalid');
  await asked.catch((error: RefusedError) =>
    expect(error.places).toEqual([{ path: 'prompt', message: 'The file has no column "nothing".' }]),
  );
});

test('a file of single responses does not fit a rubric that compares two, and says so', async () => {
  const project = await emptyProject();
  const content = '{"prompt": "a", "response": "b"}\n';
  expect((await preview(project, content)).mismatch).toMatch(/compares two responses/);
});

test.for<[string, string | Buffer, string]>([
  ['a zip', Buffer.from('PK\u0003\u0004................'), 'file_unreadable'],
  ['UTF-16', Buffer.from('\ufeff{"a": 1}', 'utf16le'), 'file_unreadable'],
  ['one object over several lines', '{\n"a": 1\n}', 'file_unreadable'],
])('%s is refused before anything is written', async ([, content, expected]) => {
  const project = await emptyProject();
  const uploadId = await uploadFile(project.lead, project.id, content);
  expect(await refusal(start(project, uploadId))).toBe(expected);
  expect(await refusal(preview(project, content))).toBe(expected);
});

test('an upload that is not complete can be neither looked at nor imported', async () => {
  const project = await emptyProject();
  const { id } = await project.lead.client.call(contract.startUpload, {
    params: { projectId: project.id },
    body: { fileName: 'a', sizeBytes: 10 },
  });
  expect(await refusal(start(project, id))).toBe('upload_incomplete');
});

test('an import runs in the background and tells those who watch', async () => {
  const project = await emptyProject();
  const states: string[] = [];
  const unsubscribe = server.services.projectEvents.subscribe(project.id, (event) =>
    states.push((event.body as contract.ImportRun).state),
  );
  const run = await importThrough(project.lead, project.id, { content: hhLines(3_000) });
  unsubscribe();
  expect(run).toMatchObject({ state: 'done', rowsRead: 3_000, itemsAdded: 3_000, createdByName: 'Lead' });
  expect(run.ratePerSecond).toBeGreaterThan(0);
  expect(states[0]).toBe('running');
  expect(states.at(-1)).toBe('done');
});

test('one file is not imported twice at once, and a closed project takes none', async () => {
  const project = await emptyProject();
  const uploadId = await uploadFile(project.lead, project.id, hhLines(20_000));
  const answers = await Promise.all([refusal(start(project, uploadId)), refusal(start(project, uploadId))]);
  expect(answers.sort()).toEqual(['accepted', 'import_running']);
  const closed = await addProject(server, { items: 0 });
  const read = await server.services.database.pool.query('select revision from projects where id = $1', [
    closed.id,
  ]);
  await closed.lead.client.call(updateProject, {
    params: { projectId: closed.id },
    body: { revision: read.rows[0].revision, state: 'closed' },
  });
  const other = await uploadFile(closed.lead, closed.id, hhLines(1));
  expect(await refusal(start(closed, other))).toBe('project_closed');
});

test('an import is cancelled and gone on with; one that is over can be neither', async () => {
  const project = await emptyProject();
  const uploadId = await uploadFile(project.lead, project.id, hhLines(30_000));
  const { id } = await start(project, uploadId);
  const params = { projectId: project.id, importId: id };
  const { client } = project.lead;
  expect((await client.call(contract.cancelImport, { params })).state).toBe('cancelled');
  expect(await refusal(client.call(contract.cancelImport, { params }))).toBe('import_over');
  expect((await client.call(contract.resumeImport, { params })).state).toBe('waiting');
  expect(await refusal(client.call(contract.resumeImport, { params }))).toBe('import_running');
  const run = await waitForEnd(project.lead, project.id, id);
  expect(run).toMatchObject({ state: 'done', rowsRead: 30_000, itemsAdded: 30_000, duplicates: 0 });
  expect(await refusal(client.call(contract.resumeImport, { params }))).toBe('import_over');
});

test('a failed import keeps what it has, and fails again at the same place when gone on with', async () => {
  const project = await emptyProject();
  const run = await failedImport(project);
  expect(run.failure).toMatch(/ends too early/);
  const params = { projectId: project.id, importId: run.id };
  await project.lead.client.call(contract.resumeImport, { params });
  const again = await waitForEnd(project.lead, project.id, run.id);
  expect(again).toMatchObject({ state: 'failed', itemsAdded: run.itemsAdded, duplicates: 0 });
});

test('rejections are listed page by page and given as CSV that no spreadsheet takes for formulas', async () => {
  const project = await emptyProject();
  const row = '{"=SUM(1)": "\\u0000", "chosen": "x", "rejected": "y"}\n';
  const run = await importThrough(project.lead, project.id, { content: hhLines(1) + row.repeat(5) });
  const params = { projectId: project.id, importId: run.id };
  const { client } = project.lead;
  const lines: number[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: { line: number }[]; nextCursor: string | null } = await client.call(
      contract.listRejections,
      { params, query: { limit: 2, ...(cursor ? { cursor } : {}) } },
    );
    lines.push(...page.rows.map((each) => each.line));
    cursor = page.nextCursor;
  } while (cursor);
  expect(lines).toEqual([2, 3, 4, 5, 6]);
  const wrong = client.call(contract.listRejections, { params, query: { limit: 2, cursor: 'bm8' } });
  expect(await refusal(wrong)).toBe('invalid_request');
  const download = await client.open(contract.downloadRejections, { params });
  expect(download.headers.get('content-disposition')).toContain('attachment');
  const text = await download.text();
  expect(text.split('\r\n')[0]).toBe('line,field,code,message');
  expect(text.split('\r\n')[1]).toMatch(/^2,"'=SUM\(1\)",nul_character,/);
});

test('verdicts become gold for the present rubric: a share drawn once, and never twice', async () => {
  const project = await emptyProject();
  const run = await importThrough(project.lead, project.id, { content: hhLines(1_200) });
  const params = { projectId: project.id, importId: run.id };
  const make = (percent: number) =>
    project.lead.client.call(contract.makeGold, { params, body: { percent } });
  const some = (await make(10)).goldsMade;
  expect(some).toBeGreaterThan(60);
  expect(some).toBeLessThan(200);
  expect((await make(10)).goldsMade).toBe(some);
  expect((await make(100)).goldsMade).toBe(1_200);
  const { rows } = await server.services.database.pool.query(
    `select count(*)::int as count from golds g join item_contents c using (item_id)
     where g.project_id = $1 and g.answers #>> '{pair,overall,responseId}' = c.source_verdict #>> '{preference,responseId}'
       and g.answers #>> '{pair,overall,verdict}' = 'prefers'`,
    [project.id],
  );
  expect(rows[0].count).toBe(1_200);
});

test('imported items can be judged at once', async () => {
  const project = await emptyProject();
  await importThrough(project.lead, project.id, { content: hhLines(2) });
  const annotator = await addPerson(server, { projectId: project.id });
  const hand = await annotator.client.call(takeHand, {
    params: { projectId: project.id },
    body: { size: 2 },
  });
  expect(hand.assignments).toHaveLength(2);
  expect(JSON.stringify(hand)).not.toMatch(/verdict|prefers|hh_rlhf/);
});

test('imports of another project are not found', async () => {
  const [one, other] = [await emptyProject(), await emptyProject()];
  const run = await importThrough(one.lead, one.id, { content: hhLines(1) });
  const params = { projectId: other.id, importId: run.id };
  for (const route of [
    contract.readImport,
    contract.cancelImport,
    contract.resumeImport,
    contract.listRejections,
  ])
    expect(await refusal(other.lead.client.call(route as typeof contract.readImport, { params }))).toBe(
      'not_found',
    );
});
