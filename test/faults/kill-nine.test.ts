import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { type Client, createClient } from '#client/call.ts';
import { RefusedError } from '#client/call-errors.ts';
import { setUp } from '#contract/accounts.ts';
import * as judging from '#contract/judging.ts';
import { createProject, setMemberRoles, updateProject } from '#contract/projects.ts';
import { setRepeats } from '#contract/repeats.ts';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { validAnswers } from '#test/support/projects.ts';
import {
  databasePidOf,
  freePort,
  makeDataFolder,
  removeDataFolder,
  type SpawnedServer,
  spawnServer,
} from '#test/support/spawned-server.ts';

interface World {
  folder: string;
  port: number;
  server: SpawnedServer;
  client: Client;
  projectId: string;
  databaseUrl: string;
}

let world: World | undefined;
afterEach(async () => {
  if (!world) return;
  await world.server.terminate();
  removeDataFolder(world.folder);
  world = undefined;
});

const items = 400;

async function startWorld(): Promise<World> {
  const folder = makeDataFolder();
  const port = await freePort();
  const server = await spawnServer({ folder, port });
  const headers: Record<string, string> = { origin: server.address };
  const response = await fetch(`${server.address}/api/v1/setup`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Owner', email: 'owner@test.example', password: 'a long password' }),
  });
  const session = setUp.response.parse(await response.json());
  headers['cookie'] = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const client = createClient({ baseUrl: `${server.address}/api/v1`, headers });
  const project = await client.call(createProject, {
    body: {
      name: 'Faults',
      description: '',
      instructions: '',
      templateKey: 'pairwise_7_point',
      overlap: 1,
      leaseMs: 60_000,
      amendWindowMs: 0,
    },
  });
  await client.call(updateProject, {
    params: { projectId: project.id },
    body: { revision: project.revision, state: 'open' },
  });
  // Second looks are judgments like all others: none may be lost or doubled, and they take no place.
  await client.call(setRepeats, {
    params: { projectId: project.id },
    body: { sharePercent: 20, leastTasks: 5, leastHours: 0 },
  });
  await client.call(setMemberRoles, {
    params: { projectId: project.id, personId: session.person?.id ?? '' },
    body: { roles: ['owner', 'annotator'] },
  });
  // Adopts the server that the child started.
  const { url: databaseUrl } = await startEmbeddedServer({ folder });
  await query(
    databaseUrl,
    `insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, created_at)
    select uuidv7(), '${project.id}', sha256(convert_to(n::text, 'UTF8')), n, 2, 1, 1, now() from generate_series(1, ${items}) n`,
  );
  await query(
    databaseUrl,
    `insert into item_contents (item_id, prompt, responses) select id, '[{"role":"user","content":"?"}]', '[{"id":"r1","text":"a"},{"id":"r2","text":"b"}]' from items`,
  );
  return { folder, port, server, client, projectId: project.id, databaseUrl };
}

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

interface Log {
  readonly acknowledged: Map<string, string>;
  readonly retried: Set<string>;
  failures: number;
}

/** Judges task after task; after a failure it sends the very same submission again, as the app's outbox does. */
async function judgeUntil(w: World, log: Log, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      const hand = await w.client.call(judging.takeHand, {
        params: { projectId: w.projectId },
        body: { size: 1 },
      });
      const task = hand.assignments[0];
      if (!task) return;
      await submitWithRetries(w, log, task.assignmentId);
    } catch {
      log.failures += 1;
      await sleep(100);
    }
  }
}

async function submitWithRetries(w: World, log: Log, assignmentId: string): Promise<void> {
  const body = { clientId: randomUUID(), answers: validAnswers(), activeMs: 5 };
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      const receipt = await w.client.call(judging.submitJudgment, {
        params: { projectId: w.projectId, assignmentId },
        body,
      });
      log.acknowledged.set(body.clientId, receipt.judgmentId);
      return;
    } catch (error) {
      // Another window of the same person was first.
      if (error instanceof RefusedError && error.code === 'already_submitted') return;
      log.failures += 1;
      log.retried.add(body.clientId);
      await sleep(100);
    }
  }
  throw new Error(`never acknowledged: ${assignmentId}`);
}

/** Every acknowledged judgment is there once, every stored one was acknowledged, and the places add up. */
async function expectNothingLost(w: World, log: Log): Promise<void> {
  const stored = await query(w.databaseUrl, 'select id, client_id from judgments');
  const byClient = new Map(
    stored.rows.map((row: { id: string; client_id: string }) => [row.client_id, row.id]),
  );
  expect(stored.rows).toHaveLength(byClient.size);
  expect(new Map([...byClient].sort())).toEqual(new Map([...log.acknowledged].sort()));
  const broken = await query(
    w.databaseUrl,
    `select id from items i where remaining + (select count(*) from assignments a where a.item_id = i.id and a.takes_place and a.state in ('leased', 'submitted')) <> wanted
       or done <> (select count(*) from judgments j join assignments a on a.id = j.assignment_id where j.item_id = i.id and a.takes_place)`,
  );
  expect(broken.rows).toEqual([]);
  const looks = await listLooks(w);
  expect(looks.filter((look) => look.first !== 'submitted' || look.judgments !== 1)).toEqual([]);
}

/** Second looks that were answered: what became of the first look, and how many judgments there are. */
async function listLooks(w: World): Promise<{ first: string; judgments: number }[]> {
  const looks = await query(
    w.databaseUrl,
    `select earlier.state as first, (select count(*)::int from judgments j where j.assignment_id = a.id) as judgments
     from assignments a join assignments earlier on earlier.id = a.repeats_id where a.state = 'submitted'`,
  );
  return looks.rows;
}

type Blow = (w: World) => Promise<void>;

const killServer: Blow = async (w) => {
  await w.server.kill();
  w.server = await spawnServer({ folder: w.folder, port: w.port });
};

const killDatabase: Blow = async (w) => {
  process.kill(databasePidOf(w.folder), 'SIGKILL');
  await untilReady(w);
};

const killBoth: Blow = async (w) => {
  process.kill(databasePidOf(w.folder), 'SIGKILL');
  await killServer(w);
};

async function untilReady(w: World): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (
      await fetch(`${w.server.address}/readyz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error(`not ready again: ${w.server.output()}`);
}

describe('kill -9 while people judge', () => {
  test.each<[string, Blow]>([
    ['of the server', killServer],
    ['of the database', killDatabase],
    ['of both', killBoth],
  ])('%s loses and doubles nothing that was acknowledged', async (_name, blow) => {
    const w = await startWorld();
    world = w;
    const log: Log = { acknowledged: new Map(), retried: new Set(), failures: 0 };
    let over = false;
    const workers = [1, 2, 3].map(() => judgeUntil(w, log, () => over));
    await expect.poll(() => listLooks(w), { timeout: 60_000 }).not.toEqual([]);
    const random = seededRandom(7);
    for (let round = 0; round < 4; round += 1) {
      await sleep(150 + random.below(350));
      await blow(w);
      w.databaseUrl = (await startEmbeddedServer({ folder: w.folder })).url;
    }
    await sleep(300);
    over = true;
    await Promise.all(workers);
    expect(log.failures).toBeGreaterThan(0);
    expect(log.acknowledged.size).toBeGreaterThan(20);
    await expectNothingLost(w, log);
  });
});
