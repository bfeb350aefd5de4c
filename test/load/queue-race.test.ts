import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RefusedError } from '#client/call-errors.ts';
import * as judging from '#contract/judging.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const clients = 64;
const items = 60;
const overlap = 3;

/** Refusals that a race may bring; anything else is a fault. */
const expected = new Set(['lease_lost', 'already_submitted', 'assignment_over', 'project_not_open']);

async function tolerate<Result>(act: Promise<Result>): Promise<Result | null> {
  try {
    return await act;
  } catch (error) {
    const { code } = error as RefusedError;
    if (!expected.has(code)) throw error;
    return null;
  }
}

test('sixty-four people at once never get an item twice and never fill more places than there are', async () => {
  const project = await addProject(server, { items, overlap });
  const params = { projectId: project.id };
  const people = await Promise.all(
    Array.from({ length: clients }, () => addPerson(server, { projectId: project.id })),
  );
  const acknowledged: string[] = [];

  const work = async (person: TestPerson, seed: number): Promise<void> => {
    const random = seededRandom(seed);
    for (let idle = 0; idle < 3; ) {
      const hand = await tolerate(
        person.client.call(judging.takeHand, { params, body: { size: 1 + random.below(3) } }),
      );
      const task = hand?.assignments[0];
      if (!task) {
        idle += 1;
        continue;
      }
      const at = { projectId: project.id, assignmentId: task.assignmentId };
      const dice = random.next();
      if (dice < 0.1)
        await tolerate(
          person.client.call(judging.skipAssignment, { params: at, body: { reason: 'other', note: '' } }),
        );
      else if (dice < 0.15) await tolerate(person.client.call(judging.releaseHand, { params }));
      else {
        const body = { clientId: randomUUID(), answers: validAnswers(), activeMs: 10 };
        const tries = dice < 0.4 ? 2 : 1;
        const receipts = await Promise.all(
          Array.from({ length: tries }, () =>
            tolerate(person.client.call(judging.submitJudgment, { params: at, body })),
          ),
        );
        const ids = new Set(receipts.flatMap((receipt) => (receipt ? [receipt.judgmentId] : [])));
        expect(ids.size).toBeLessThanOrEqual(1);
        acknowledged.push(...ids);
      }
    }
  };
  await Promise.all(people.map((person, index) => work(person, index + 1)));

  const { pool } = server.services.database;
  const stored = await pool.query<{ id: string }>('select id from judgments where project_id = $1', [
    project.id,
  ]);
  expect(stored.rows.map((row) => row.id).sort()).toEqual([...acknowledged].sort());
  const places = await pool.query(
    `select max((select count(*)::int from assignments a where a.item_id = i.id and a.state in ('leased', 'submitted'))) as most,
       count(*) filter (where remaining + (select count(*) from assignments a where a.item_id = i.id and a.state in ('leased', 'submitted')) <> wanted)::int as broken,
       sum(done)::int as done
     from items i where project_id = $1`,
    [project.id],
  );
  expect(places.rows[0]).toMatchObject({ most: overlap, broken: 0, done: acknowledged.length });
  const twice = await pool.query(
    `select item_id from assignments where project_id = $1 and state in ('leased', 'submitted', 'skipped') group by item_id, annotator_id having count(*) > 1`,
    [project.id],
  );
  expect(twice.rows).toEqual([]);
  expect(acknowledged).toHaveLength(items * overlap);
});
