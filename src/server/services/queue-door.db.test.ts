import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Claim, ClaimedAssignment } from '#server/store/claim-store.ts';
import { claimItems } from '#server/store/claim-store.ts';
import type { FirstJudgment } from '#server/store/submission-store.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { openQueueDoor } from './queue-door.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

async function addPeople(project: TestProject, count: number): Promise<string[]> {
  const people = await Promise.all(
    Array.from({ length: count }, () => addPerson(server, { projectId: project.id })),
  );
  return people.map(({ id }) => id);
}

function claimOf(project: TestProject, annotatorId: string): Claim {
  const { newId, randomSeed } = server.services;
  return {
    projectId: project.id,
    annotatorId,
    assignmentId: newId(),
    now: new Date(),
    handSize: 3,
    seed: randomSeed(),
  };
}

function judgmentOf(project: TestProject, annotatorId: string, claimed: ClaimedAssignment): FirstJudgment {
  return {
    assignmentId: claimed.assignmentId,
    expectedState: 'leased',
    late: false,
    judgmentId: server.services.newId(),
    projectId: project.id,
    annotatorId,
    clientId: randomUUID(),
    bodyHash: Buffer.alloc(32, 1),
    rubricVersion: claimed.rubricVersion,
    guidelineVersion: claimed.guidelineVersion,
    answers: {
      ...emptyAnswers,
      task: { remark: [`“${annotatorId}”, \\ and {braces}`] },
    },
    activeMs: 1_000,
    submittedAt: new Date(),
    flags: [],
  };
}

async function countsOf(project: TestProject) {
  const items = await server.services.database.pool.query<{ remaining: number; done: number; live: number }>(
    `select remaining, done, (select count(*)::int from assignments a where a.item_id = i.id and a.state = 'leased') as live
     from items i where project_id = $1 order by id`,
    [project.id],
  );
  return items.rows;
}

function found(claimed: ClaimedAssignment | undefined): ClaimedAssignment {
  if (!claimed) throw new Error('nothing was claimed');
  return claimed;
}

describe('claims that arrive together', () => {
  test('fill the places of one item before the next and leave out those for whom none is left', async () => {
    const project = await addProject(server, { items: 2, overlap: 3 });
    const people = await addPeople(project, 8);
    const claimed = await claimItems(
      server.services.database.pool,
      people.map((id) => claimOf(project, id)),
    );
    const items = claimed.map((each) => each?.itemId);
    expect(new Set(items.slice(0, 3)).size).toBe(1);
    expect(new Set(items.slice(3, 6)).size).toBe(1);
    expect(items[3]).not.toBe(items[0]);
    expect(items.slice(6)).toEqual([undefined, undefined]);
    expect(await countsOf(project)).toEqual([
      { remaining: 0, done: 0, live: 3 },
      { remaining: 0, done: 0, live: 3 },
    ]);
  });

  test('of several projects each get their own, and a closed one gives nothing', async () => {
    const open = await addProject(server, { items: 1, overlap: 1 });
    const closed = await addProject(server, { items: 1, overlap: 1 });
    await server.services.database.pool.query(`update projects set state = 'paused' where id = $1`, [
      closed.id,
    ]);
    const [a] = await addPeople(open, 1);
    const [b] = await addPeople(closed, 1);
    const claimed = await claimItems(server.services.database.pool, [
      claimOf(closed, b ?? ''),
      claimOf(open, a ?? ''),
    ]);
    expect(claimed).toEqual([undefined, expect.objectContaining({ responseCount: 2 })]);
  });

  test('pass an item that somebody else holds instead of waiting for it', async () => {
    const project = await addProject(server, { items: 2, overlap: 2 });
    const people = await addPeople(project, 2);
    const other = await server.services.database.pool.connect();
    try {
      await other.query('begin');
      const held = await other.query<{ id: string }>(
        'select id from items where project_id = $1 order by id limit 1 for update',
        [project.id],
      );
      const claimed = await claimItems(
        server.services.database.pool,
        people.map((id) => claimOf(project, id)),
      );
      expect(claimed.map((each) => each?.itemId)).not.toContain(held.rows[0]?.id);
      expect(claimed.every((each) => each !== undefined)).toBe(true);
    } finally {
      await other.query('rollback');
      other.release();
    }
  });

  test('of one person at once end in one task a place, never the same item twice', async () => {
    const project = await addProject(server, { items: 5, overlap: 2 });
    const [person = '', other = ''] = await addPeople(project, 2);
    const door = openQueueDoor(server.services.database.pool);
    const settled = await Promise.allSettled(
      [person, person, other, person].map((id) => door.claim(claimOf(project, id))),
    );
    const given = settled.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
    // Two reaching for the same place in hand: the index refuses one, who asks again.
    expect(given.length).toBeGreaterThanOrEqual(2);
    const stored = await server.services.database.pool.query(
      `select annotator_id, item_id, count(*)::int from assignments where project_id = $1 group by 1, 2 having count(*) > 1`,
      [project.id],
    );
    expect(stored.rows).toEqual([]);
    for (const { remaining, live } of await countsOf(project)) expect(remaining + live).toBe(2);
  });
});

describe('judgments that arrive together', () => {
  test('are stored each as it is, and counted on the item that several of them are about', async () => {
    const project = await addProject(server, { items: 2, overlap: 3 });
    const people = await addPeople(project, 6);
    const door = openQueueDoor(server.services.database.pool);
    const claimed = await Promise.all(people.map((id) => door.claim(claimOf(project, id))));
    const stored = await Promise.all(
      people.map((id, index) => door.submit(judgmentOf(project, id, found(claimed[index])))),
    );
    expect(stored).toHaveLength(6);
    expect(stored.every((each) => each?.isAdaptive === false && each.goldPurpose === null)).toBe(true);
    expect(await countsOf(project)).toEqual([
      { remaining: 0, done: 3, live: 0 },
      { remaining: 0, done: 3, live: 0 },
    ]);
    const rows = await server.services.database.pool.query<{ annotator_id: string; comment: string }>(
      `select annotator_id, answers -> 'task' -> 'remark' ->> 0 as comment from judgments where project_id = $1`,
      [project.id],
    );
    for (const { annotator_id: id, comment } of rows.rows) expect(comment).toBe(`“${id}”, \\ and {braces}`);
  });

  test('do not fail because one of them is refused by an index, or no longer holds', async () => {
    const project = await addProject(server, { items: 1, overlap: 3 });
    const people = await addPeople(project, 3);
    const door = openQueueDoor(server.services.database.pool);
    const claimed = await Promise.all(people.map((id) => door.claim(claimOf(project, id))));
    const [good, same, gone] = people.map((id, index) => judgmentOf(project, id, found(claimed[index])));
    if (!good || !same || !gone) throw new Error('three were made');
    const settled = await Promise.allSettled([
      door.submit(good),
      door.submit({ ...same, judgmentId: good.judgmentId }),
      door.submit({ ...gone, annotatorId: good.annotatorId }),
    ]);
    expect(settled.map((each) => each.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(settled[2]).toEqual({ status: 'fulfilled', value: undefined });
    expect(await countsOf(project)).toEqual([{ remaining: 0, done: 1, live: 2 }]);
  });

  test('wait alone for a row that somebody else holds, while the others are stored', async () => {
    const project = await addProject(server, { items: 2, overlap: 1 });
    const people = await addPeople(project, 2);
    const door = openQueueDoor(server.services.database.pool);
    const claimed = await Promise.all(people.map((id) => door.claim(claimOf(project, id))));
    const [held, free] = people.map((id, index) => judgmentOf(project, id, found(claimed[index])));
    if (!held || !free) throw new Error('two were made');
    const other = await server.services.database.pool.connect();
    const order: string[] = [];
    try {
      await other.query('begin');
      await other.query('select id from assignments where id = $1 for update', [held.assignmentId]);
      const both = Promise.all([
        door.submit(held).then(() => order.push('held')),
        door.submit(free).then(async () => {
          order.push('free');
          await other.query('commit');
        }),
      ]);
      await both;
    } finally {
      other.release();
    }
    expect(order).toEqual(['free', 'held']);
    expect((await countsOf(project)).map(({ done }) => done)).toEqual([1, 1]);
  });
});
