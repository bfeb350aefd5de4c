import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type Client, createClient } from '#client/call.ts';
import { createProject } from '#contract/projects.ts';
import { decideReview, takeReviews } from '#contract/review.ts';
import type { ResponseOf } from '#contract/route.ts';
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
  readonly folder: string;
  readonly port: number;
  server: SpawnedServer;
  readonly client: Client;
  readonly projectId: string;
}

let world: World | undefined;
afterEach(async () => {
  if (!world) return;
  await world.server.terminate();
  removeDataFolder(world.folder);
  world = undefined;
});

const judgments = 600;

/** A project in which somebody else judged, and every judgment waits for a reviewer. */
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
  headers['cookie'] = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const client = createClient({ baseUrl: `${server.address}/api/v1`, headers });
  const project = await client.call(createProject, {
    body: {
      ...{ name: 'Faults', description: '', instructions: '', templateKey: 'pairwise_7_point' },
      ...{ overlap: 1, leaseMs: 60_000, amendWindowMs: 60_000 },
    },
  });
  const made = { folder, port, server, client, projectId: project.id };
  await fill(made);
  return made;
}

async function fill(w: World): Promise<void> {
  const author = randomUUID();
  const answers = JSON.stringify(validAnswers()).replaceAll("'", "''");
  await query(
    w,
    `insert into people (id, email, name, deployment_role, created_at) values ('${author}', 'author@test.example', 'Author', 'member', now());
    insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, done, created_at)
    select uuidv7(), '${w.projectId}', sha256(convert_to(n::text, 'UTF8')), n, 2, 1, 0, 1, now() from generate_series(1, ${judgments}) n;
    insert into item_contents (item_id, prompt, responses)
    select id, '[{"role":"user","content":"?"}]', '[{"id":"r1","text":"a"},{"id":"r2","text":"b"}]' from items;
    create temporary table made as select id as item_id, uuidv7() as assignment_id, uuidv7() as judgment_id from items;
    insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, finished_at, judgment_id)
    select assignment_id, '${w.projectId}', item_id, '${author}', 'submitted', 1, '{1,2}', 1, 1, now(), now(), now(), judgment_id from made;
    insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, submitted_at)
    select judgment_id, '${w.projectId}', item_id, assignment_id, '${author}', uuidv7(), '\\x00', 1, 1, 1, '${answers}', 1000, now() from made;
    insert into reviews (id, project_id, item_id, assignment_id, author_id, round, kind, reasons, place, state, created_at)
    select uuidv7(), '${w.projectId}', item_id, assignment_id, '${author}', 1, 'first', '[{"kind":"share","share":1}]', 1, 'waiting', now() from made`,
  );
}

async function query(w: World, text: string): Promise<Record<string, unknown>[]> {
  // Adopts the server that the child started.
  const { url } = await startEmbeddedServer({ folder: w.folder });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows ?? [];
  } finally {
    await client.end();
  }
}

type Task = ResponseOf<typeof takeReviews>['tasks'][number];

interface Log {
  readonly acknowledged: Map<string, string>;
  failures: number;
}

/** Reviews three at a time; after a failure the very same decision is sent again, as the page does. */
async function reviewUntil(w: World, log: Log, isOver: () => boolean): Promise<void> {
  const params = { projectId: w.projectId };
  while (!isOver()) {
    try {
      const { tasks } = await w.client.call(takeReviews, { params, body: { size: 3 } });
      if (tasks.length === 0) return;
      await Promise.all(tasks.map((task, index) => decideWithRetries(w, log, { task, index })));
    } catch {
      log.failures += 1;
      await sleep(100);
    }
  }
}

const verdicts = [
  { verdict: 'accepted' },
  { verdict: 'fixed', answers: validAnswers() },
  { verdict: 'returned', words: 'Look at the second again.' },
] as const;

async function decideWithRetries(
  w: World,
  log: Log,
  { task, index }: { task: Task; index: number },
): Promise<void> {
  const said = verdicts[index] ?? verdicts[0];
  const body = { clientId: randomUUID(), judgmentId: task.judgmentId, activeMs: 5, ...said };
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      const params = { projectId: w.projectId, reviewId: task.reviewId };
      const receipt = await w.client.call(decideReview, { params, body });
      log.acknowledged.set(body.clientId, receipt.decisionId);
      return;
    } catch {
      log.failures += 1;
      await sleep(100);
    }
  }
  throw new Error(`never acknowledged: ${task.reviewId}`);
}

/** Every acknowledged decision is there once and in force, every stored one was acknowledged, and the outcomes are theirs. */
async function expectNothingLost(w: World, { acknowledged }: Log): Promise<void> {
  const stored = await query(w, 'select client_id, id from review_decisions');
  const byClient = new Map(stored.map((row) => [String(row['client_id']), String(row['id'])]));
  expect(stored).toHaveLength(byClient.size);
  expect(new Map([...byClient].sort())).toEqual(new Map([...acknowledged].sort()));
  const decided = await query(w, "select decision_id from reviews where state = 'decided'");
  expect(decided.map((row) => String(row['decision_id'])).sort()).toEqual([...acknowledged.values()].sort());
  const broken = await query(
    w,
    `select d.id from review_decisions d
       left join review_outcomes o on o.review_id = d.review_id
     where o.verdict is distinct from d.verdict or o.judgment_id is distinct from d.judgment_id or o.answers is distinct from d.answers`,
  );
  expect(broken).toEqual([]);
  expect(await query(w, 'select count(*)::int as count from review_outcomes')).toEqual([
    { count: acknowledged.size },
  ]);
}

test('kill -9 of server and database while somebody reviews loses and doubles no decision that was acknowledged', async () => {
  const w = await startWorld();
  world = w;
  const log: Log = { acknowledged: new Map(), failures: 0 };
  let over = false;
  const work = reviewUntil(w, log, () => over);
  const random = seededRandom(11);
  for (let round = 0; round < 4; round += 1) {
    await sleep(150 + random.below(350));
    // In turn the server alone, and both at once.
    if (round % 2 === 1) process.kill(databasePidOf(w.folder), 'SIGKILL');
    await w.server.kill();
    w.server = await spawnServer({ folder: w.folder, port: w.port });
  }
  await sleep(300);
  over = true;
  await work;
  expect(log.failures).toBeGreaterThan(0);
  expect(log.acknowledged.size).toBeGreaterThan(5);
  await expectNothingLost(w, log);
});
