import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '#server/features/exports/run-export.ts';
import { addJudgment, amendByHand, setContent, setRubric } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import { addItems } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { addJudgedProject, exportFiles, overall, parseLines, readFolder, start } from './exports.fixture.ts';

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
const tie = overall({ verdict: 'tie' });
const bothBad = overall({ verdict: 'both_bad' });

const assistant = (content: string) => [{ role: 'assistant', content }];
const user = (content: string) => [{ role: 'user', content }];

describe('an export read back', () => {
  test('holds each pair with the judged response chosen', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const rows = parseLines(await exportFiles(server, project), 'preference/train');
    expect(rows).toMatchObject([
      {
        prompt: user('Question 0?'),
        chosen: assistant('First answer to 0'),
        rejected: assistant('Second answer to 0'),
        item_id: project.itemIds[0],
        n_annotators: 1,
        votes_chosen: 1,
        preference_strength_mean: 3,
      },
      {
        prompt: user('Question 1?'),
        chosen: assistant('Second answer to 1'),
        rejected: assistant('First answer to 1'),
        item_id: project.itemIds[1],
      },
    ]);
  });

  test('holds a margin for reward models', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const files = await exportFiles(server, project, { format: 'trl-reward' });
    expect(parseLines(files, 'reward/').map((row) => row.margin)).toEqual([1, 0.333333]);
  });

  test('holds good and bad responses for KTO', async () => {
    const project = await addJudgedProject(server, [second]);
    const files = await exportFiles(server, project, { format: 'trl-kto' });
    const labels = parseLines(files, 'kto/').map((row) => [row.response_id, row.label]);
    expect(labels).toEqual([
      ['r1', false],
      ['r2', true],
    ]);
  });

  test('holds nothing but the three keys that OpenAI takes', async () => {
    const project = await addJudgedProject(server, [second]);
    const rows = parseLines(await exportFiles(server, project, { format: 'openai-dpo' }), 'openai_dpo/');
    expect(rows).toEqual([
      {
        input: { messages: user('Question 0?') },
        preferred_output: assistant('Second answer to 0'),
        non_preferred_output: assistant('First answer to 0'),
      },
    ]);
  });

  test('holds every judgment as annotated, under a pseudonym', async () => {
    const project = await addJudgedProject(server, [
      { ...first, justification: 'Clear “and” short', confidence: 3 },
    ]);
    const other = await addPerson(server, { projectId: project.id });
    const item = { projectId: project.id, itemId: project.itemIds[0] ?? '', annotatorId: other.id };
    const submittedAt = new Date('2026-01-02T03:04:05.070Z');
    const added = await addJudgment(server, {
      ...item,
      answers: second,
      shownOrder: [2, 1],
      activeMs: 77,
      submittedAt,
    });
    const files = await exportFiles(server, project, { format: 'annotations' });
    const rows = parseLines(files, 'annotations/');
    expect(rows).toMatchObject([
      {
        verdict: 'prefers',
        preferred_response: 'r1',
        strength: 3,
        justification: 'Clear “and” short',
        confidence: 3,
      },
      {
        judgment_id: added.judgmentId,
        preferred_response: 'r2',
        order_shown: ['r2', 'r1'],
        active_ms: 77,
        submitted_at: '2026-01-02T03:04:05.070Z',
        pair_answers: expect.stringMatching(/^\{"overall":\{.*"responseId":"r2"/),
      },
    ]);
    expect(new Set(rows.map((row) => row.annotator)).size).toBe(2);
    const everything = [...files.values()].map(String).join();
    expect(everything).not.toContain(other.id);
    expect(everything).not.toContain(other.name);
  });

  test('holds the amendment and not what it superseded', async () => {
    const project = await addJudgedProject(server, [tie]);
    const annotator = await addPerson(server, { projectId: project.id });
    const judged = { projectId: project.id, itemId: project.itemIds[0] ?? '', annotatorId: annotator.id };
    const before = await addJudgment(server, { ...judged, answers: first });
    await amendByHand(server, { ...judged, ...before, answers: second });
    const rows = parseLines(await exportFiles(server, project, { format: 'annotations' }), 'annotations/');
    expect(rows.map((row) => row.preferred_response)).toEqual(['', 'r2']);
  });

  test('holds no item that nobody judged, and says so nowhere as a drop', async () => {
    const project = await addJudgedProject(server, [first]);
    await addItems(server, { projectId: project.id, count: 2, overlap: 1 });
    const files = await exportFiles(server, project);
    const manifest = JSON.parse(String(files.get('manifest.json'))) as { counts: object; drops: object };
    expect(manifest).toMatchObject({ counts: { items: 1, judgments: 1, annotators: 1 } });
    expect(Object.values(manifest.drops).every((count) => count === 0)).toBe(true);
  });
});

describe('ties', () => {
  test.each([
    ['drop', 'trl-preference', { 'preference/': 1, 'ties/': 0 }],
    ['separate', 'trl-preference', { 'preference/': 1, 'ties/': 1 }],
    ['both_ways', 'trl-reward', { 'reward/': 3, 'ties/': 0 }],
  ] as const)('are treated as asked: %s', async (ties, format, expected) => {
    const project = await addJudgedProject(server, [first, tie, bothBad]);
    const files = await exportFiles(server, project, { format, options: { ties } as never });
    for (const [folder, rows] of Object.entries(expected))
      expect(parseLines(files, folder)).toHaveLength(rows);
  });
});

describe('files', () => {
  test('are the same bytes for the same data, also in another run', async () => {
    const project = await addJudgedProject(server, [first, second, tie]);
    for (const parquet of [false, true]) {
      const once = await exportFiles(server, project, { format: 'annotations', parquet });
      const twice = await exportFiles(server, project, { format: 'annotations', parquet });
      expect([...twice]).toEqual([...once]);
    }
  });

  test('name annotators otherwise under the secret of another deployment', async () => {
    const project = await addJudgedProject(server, [first]);
    const named = async () =>
      parseLines(await exportFiles(server, project, { format: 'annotations' }), 'annotations/')[0]?.annotator;
    const here = await named();
    const { pool } = server.services.database;
    const { rows } = await pool.query('delete from deployment_secrets returning name, value, created_at');
    expect(rows.map((row) => row.value.length)).toEqual([32]);
    expect(await named()).not.toBe(here);
    await pool.query('update deployment_secrets set value = $1', [rows[0].value]);
    expect(await named()).toBe(here);
  });

  test('are cut into shards that know their number, and add up to the whole', async () => {
    const project = await addJudgedProject(server, [first, second, first, second, first]);
    const whole = await exportFiles(server, project);
    // The size is looked at after each page, so there must be several: the first holds 100 items.
    const long = 'x'.repeat(900_000);
    for (const itemId of project.itemIds)
      await setContent(server, { itemId, prompt: [{ role: 'user', content: long }] });
    await addMany(project.id, 120);
    const files = await exportFiles(server, project, { shardBytes: 1_000_000 });
    const names = [...files.keys()].filter((name) => name.startsWith('preference/')).sort();
    expect(names.length).toBeGreaterThan(1);
    expect(names[0]).toBe(`preference/train-00000-of-0000${names.length}.jsonl`);
    expect(parseLines(files, 'preference/')).toHaveLength(125);
    expect(parseLines(whole, 'preference/')).toHaveLength(5);
  });

  test('hold in Parquet what they hold in JSON Lines', async () => {
    const project = await addJudgedProject(server, [first, second]);
    for (const format of ['trl-preference', 'trl-reward', 'trl-kto', 'openai-dpo', 'annotations'] as const) {
      const options = { includeModelNames: true } as never;
      const lines = await exportFiles(server, project, { format, options });
      const id = await start(project, { format, options, parquet: true });
      await runExport(server.services, id);
      const name = [...(await readFolder(server, id)).keys()].find((each) => each.endsWith('.parquet')) ?? '';
      const path = join(server.services.config.dataFolder, 'exports', id, name);
      const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
      const plain = JSON.parse(
        JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? Number(value) : value)),
      );
      expect(plain).toEqual(parseLines(lines, name.slice(0, name.indexOf('/') + 1)));
    }
  });

  test('are listed in the manifest with their true rows, bytes and sha256', async () => {
    const project = await addJudgedProject(server, [first, second]);
    const files = await exportFiles(server, project);
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      files: { path: string; rows: number; bytes: number; sha256: string }[];
    };
    expect(manifest.files).toHaveLength(1);
    for (const { path, rows, bytes, sha256 } of manifest.files) {
      const found = files.get(path) ?? Buffer.alloc(0);
      expect(found.length).toBe(bytes);
      expect(createHash('sha256').update(found).digest('hex')).toBe(sha256);
      expect(rows).toBe(2);
    }
  });

  test('keep all rows of one prompt in one split', async () => {
    const project = await addJudgedProject(
      server,
      Array.from({ length: 40 }, () => first),
    );
    for (const [index, itemId] of project.itemIds.entries())
      await setContent(server, { itemId, promptGroup: Math.floor(index / 4) });
    const files = await exportFiles(server, project, {
      options: { validationPercent: 30, testPercent: 30 } as never,
    });
    const groupsOf = (split: string) =>
      new Set(parseLines(files, `preference/${split}`).map((row) => row.pair_group));
    const [train, validation, test] = [groupsOf('train'), groupsOf('validation'), groupsOf('test')];
    expect(train.size + validation.size + test.size).toBe(10);
    expect([...train, ...validation, ...test].length).toBe(new Set([...train, ...validation, ...test]).size);
    expect(Math.min(train.size, validation.size, test.size)).toBeGreaterThan(0);
  });
});

describe('rating projects', () => {
  test('make pairs of what was rated higher', async () => {
    const project = await addJudgedProject(server, [{ response: { clarity: { r1: 2, r2: 5 } } }]);
    await setRubric(server, project.id, {
      criteria: [
        {
          key: 'clarity',
          label: 'Clarity',
          help: '',
          target: 'response',
          scale: { kind: 'rating', min: 1, max: 5, anchors: [] },
          required: true,
        },
      ],
      overallKey: null,
      justification: { ask: 'off', minCharacters: 0 },
      confidence: 'off',
    });
    const rows = parseLines(await exportFiles(server, project, { format: 'trl-reward' }), 'reward/');
    expect(rows).toMatchObject([{ chosen: assistant('Second answer to 0'), margin: 0.75 }]);
  });
});

/** Adds judged items with short texts; only their number matters. */
async function addMany(projectId: string, count: number): Promise<void> {
  const annotator = await addPerson(server, { projectId });
  const ids = await addItems(server, { projectId, count, overlap: 1 });
  for (const itemId of ids)
    await addJudgment(server, { projectId, itemId, annotatorId: annotator.id, answers: first });
}
