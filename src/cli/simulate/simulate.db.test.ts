import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, updateProject } from '#contract/projects.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { listPeople, type Mix, type SimulatedKind } from '#domain/simulation/population.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type CommandLine, createCommandLine, environmentOf } from '#test/support/command-line.ts';
import { importThrough } from '#test/support/imports.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { recruitPeople } from './recruit-people.ts';
import { runPopulation } from './run-population.ts';

let server: TestServer;
let project: TestProject;
let line: CommandLine;
const items = 120;

/** Pairs of different lengths, so that a taste for long responses can be seen. */
function pairRows(count: number): string {
  const random = seededRandom(4);
  const words = (length: number) => 'word '.repeat(length).trimEnd();
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      prompt: `Question ${index}?`,
      responses: [
        { text: `${words(10 + random.below(150))} ${index}.` },
        { text: `${words(10 + random.below(150))} ${index}!` },
      ],
    }),
  ).join('\n');
}

beforeAll(async () => {
  server = await startTestServer();
  project = await addProject(server, { items: 0, overlap: 12, leaseMs: 3_600_000 });
  line = createCommandLine(await environmentOf(server, project.lead));
  const run = await importThrough({ client: project.lead.client }, project.id, { content: pairRows(items) });
  expect(run.itemsAdded).toBe(items);
});
afterAll(async () => {
  line.remove();
  await server.stop();
});

interface Row {
  readonly annotator_id: string;
  readonly item_id: string;
  readonly shown_order: readonly number[];
  readonly active_ms: number;
  readonly answers: Answers;
  readonly guideline_version: number;
}

async function readRows(projectId: string): Promise<readonly Row[]> {
  const { rows } = await server.services.database.pool.query<Row>(
    `select j.annotator_id, a.item_id, a.shown_order, j.active_ms, j.answers, j.guideline_version
     from judgments j join assignments a on a.judgment_id = j.id where a.project_id = $1 order by j.id`,
    [projectId],
  );
  return rows;
}

/** −3 … 3 from r1 to r2 on the overall criterion; a tie is 0. */
function signOf({ answers }: Row): number {
  const overall = Object.values(answers.pair)[0];
  if (overall?.verdict !== 'prefers') return 0;
  return overall.responseId === 'r1' ? -overall.strength : overall.strength;
}

const share = <T>(list: readonly T[], holds: (each: T) => boolean) => list.filter(holds).length / list.length;
const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;

describe('a simulated population', () => {
  const mix: Mix = {
    groups: [
      { kind: 'expert', count: 2 },
      { kind: 'good', count: 1 },
      { kind: 'noisy', count: 1 },
      { kind: 'spammer', count: 1 },
      { kind: 'position_biased', count: 1 },
      { kind: 'length_lover', count: 1 },
      { kind: 'drifting', count: 1 },
      { kind: 'colluding_pair', count: 1 },
      { kind: 'fast_clicker', count: 1 },
      { kind: 'tiring', count: 1 },
    ],
    tasksPerSession: 60,
    guidelinesChangeAt: 0.5,
  };
  let rows: readonly Row[];
  const idOf = new Map<SimulatedKind, string[]>();

  beforeAll(async () => {
    const startMs = Date.parse('2026-03-02T09:00:00Z');
    server.setNow(new Date(startMs));
    const lead = project.lead.client;
    const people = await recruitPeople(lead, {
      projectId: project.id,
      people: listPeople(mix),
      run: 'test',
    });
    for (const { kind, personId } of people) idOf.set(kind, [...(idOf.get(kind) ?? []), personId]);
    const clock = { startMs, reach: (ms: number) => server.setNow(new Date(ms)) };
    const outcomes = await runPopulation({
      lead,
      projectId: project.id,
      people,
      mix,
      seed: 11,
      expected: items * 12,
      clock,
    });
    expect(outcomes.map(({ judgments }) => judgments)).toEqual(people.map(() => items));
    server.setNow(null);
    rows = await readRows(project.id);
  }, 240_000);

  const rowsOf = (kind: SimulatedKind, index = 0) =>
    rows.filter((row) => row.annotator_id === idOf.get(kind)?.[index]);
  const signsOf = (kind: SimulatedKind, index = 0) =>
    new Map(rowsOf(kind, index).map((row) => [row.item_id, signOf(row)]));
  /** How often two people prefer the same side, where both have a preference. */
  const agreement = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) => {
    const both = [...one].flatMap(([id, sign]) =>
      sign === 0 || !other.get(id) ? [] : [[sign, other.get(id) ?? 0] as const],
    );
    return share(both, ([a, b]) => a > 0 === b > 0);
  };

  it('holds experts that agree, noise that does not, and chance that says nothing', () => {
    const expert = signsOf('expert');
    expect(agreement(expert, signsOf('expert', 1))).toBeGreaterThan(0.85);
    expect(agreement(expert, signsOf('good'))).toBeGreaterThan(agreement(expert, signsOf('noisy')));
    expect(Math.abs(agreement(expert, signsOf('spammer')) - 0.5)).toBeLessThan(0.15);
  });

  it('leans towards what is shown first, and towards length, in those who are so', () => {
    const firstShare = (kind: SimulatedKind) =>
      share(
        rowsOf(kind).filter((row) => signOf(row) !== 0),
        (row) => signOf(row) < 0 === (row.shown_order[0] === 1),
      );
    expect(firstShare('position_biased')).toBeGreaterThan(0.65);
    expect(firstShare('good')).toBeLessThan(0.62);
  });

  it('lets two people make the same mistakes', () => {
    expect(agreement(signsOf('colluding_pair'), signsOf('colluding_pair', 1))).toBe(1);
  });

  it('takes a second or two where people click fast, within what the server lets pass', () => {
    expect(median(rowsOf('fast_clicker').map(({ active_ms }) => active_ms))).toBeLessThan(3_000);
    expect(median(rowsOf('good').map(({ active_ms }) => active_ms))).toBeGreaterThan(15_000);
  });

  it('judges by another idea once the guidelines have changed, in those who drift', () => {
    const expert = signsOf('expert');
    const [before, after] = [1, 2].map((version) => {
      const own = rowsOf('drifting').filter((row) => row.guideline_version === version);
      return agreement(new Map(own.map((row) => [row.item_id, signOf(row)])), expert);
    });
    expect(before).toBeGreaterThan((after ?? 1) + 0.1);
  });
});

describe('plumbline simulate', () => {
  it('signs people up, lets them judge, and says who is who', async () => {
    const own = await addProject(server, { items: 4, overlap: 3 });
    const shell = createCommandLine(await environmentOf(server, own.lead));
    const mix = join(shell.folder, 'mix.json');
    const truth = join(shell.folder, 'truth.json');
    writeFileSync(mix, '{"groups": [{"kind": "good", "count": 2}, {"kind": "spammer", "judgments": 3}]}');
    const done = await shell.run('simulate', '--project', own.id, '--mix', mix, '--truth', truth);
    expect(done).toMatchObject({ exitCode: 0, notes: expect.stringContaining('speed is not to be seen') });
    expect(done.out).toMatch(/Simulated good 1\.1 +4 judgments/);
    expect(done.out).toMatch(/Simulated spammer 2\.1 +3 judgments/);
    const { people } = JSON.parse(readFileSync(truth, 'utf8')) as { people: { kind: string }[] };
    expect(people.map(({ kind }) => kind)).toEqual(['good', 'good', 'spammer']);
    expect(await readRows(own.id)).toHaveLength(11);
    shell.remove();
  });

  it.each([
    ['{"groups": [', 'is not JSON'],
    ['{"groups": [{"kind": "saint"}]}', 'groups.0.kind'],
    ['{"groups": [{"kind": "good", "count": 0}]}', 'groups.0.count'],
    ['{"groups": [{"kind": "good"}], "tasks": 3}', 'tasks'],
    ['{"groups": [{"kind": "colluding_pair", "count": 101}]}', '202 people; at most 200'],
  ])('refuses the mix %s', async (content, words) => {
    const mix = join(line.folder, 'bad.json');
    writeFileSync(mix, content);
    const done = await line.run('simulate', '--project', project.id, '--mix', mix);
    expect(done.exitCode).toBe(2);
    expect(done.notes).toContain(words);
  });

  it('refuses a project that is not open, and one that asks for a live chat', async () => {
    const mix = join(line.folder, 'mix.json');
    writeFileSync(mix, '{"groups": [{"kind": "good"}]}');
    const closed = await addProject(server, { items: 1, open: false });
    const { client } = closed.lead;
    const shell = createCommandLine(await environmentOf(server, closed.lead));
    expect((await shell.run('simulate', '--project', closed.id, '--mix', mix)).notes).toContain(
      'open it first',
    );
    const chat = await client.call(createProject, {
      body: { name: 'Chats', templateKey: 'live_chat', overlap: 1 },
    });
    await client.call(updateProject, {
      params: { projectId: chat.id },
      body: { revision: chat.revision, state: 'open' },
    });
    expect((await shell.run('simulate', '--project', chat.id, '--mix', mix)).notes).toContain('a live chat');
    shell.remove();
  });
});
