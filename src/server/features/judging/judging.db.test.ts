import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefusedError } from '#client/call-errors.ts';
import { flagAssignment } from '#contract/flags.ts';
import * as judging from '#contract/judging.ts';
import { updateProject } from '#contract/projects.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const hand = (person: TestPerson, projectId: string, size = 1) =>
  person.client.call(judging.takeHand, { params: { projectId }, body: { size } });

async function oneTask(options: Parameters<typeof addProject>[1] = {}) {
  const project = await addProject(server, options);
  const ann = await addPerson(server, { projectId: project.id });
  const [task] = (await hand(ann, project.id)).assignments;
  if (!task) throw new Error('no task');
  const params = { projectId: project.id, assignmentId: task.assignmentId };
  return { project, ann, task, params };
}

const submission = () => ({ clientId: randomUUID(), answers: validAnswers(), activeMs: 1_000 });
const code = (error: unknown) => (error as RefusedError).code;
const refusalOf = (promise: Promise<unknown>) => promise.then(() => 'accepted', code);

async function countJudgments(project: TestProject): Promise<number> {
  const result = await server.services.database.pool.query(
    'select count(*)::int as count from judgments where project_id = $1',
    [project.id],
  );
  return result.rows[0].count;
}

/** Every place of every item is open, held or done; the sum is what the item wants. */
async function brokenItems(project: TestProject): Promise<unknown[]> {
  const result = await server.services.database.pool.query(
    `select i.id from items i where i.project_id = $1 and (
       remaining + (select count(*) from assignments a where a.item_id = i.id and a.state in ('leased', 'submitted')) <> wanted
       or done <> (select count(*) from assignments a where a.item_id = i.id and a.state = 'submitted'))`,
    [project.id],
  );
  return result.rows;
}

describe('taking tasks in hand', () => {
  test('a hand is topped up and then stays the same until something is submitted', async () => {
    const project = await addProject(server, { items: 5 });
    const ann = await addPerson(server, { projectId: project.id });
    const first = await hand(ann, project.id, 3);
    const second = await hand(ann, project.id, 3);
    expect(first.assignments).toHaveLength(3);
    expect(second.assignments.map((task) => task.assignmentId)).toEqual(
      first.assignments.map((task) => task.assignmentId),
    );
    expect(first.assignments.map((task) => task.itemId)).toEqual(project.itemIds.slice(0, 3));
  });

  test('model names are not in what an annotator receives', async () => {
    const { task } = await oneTask();
    expect(JSON.stringify(task)).not.toContain('model-one');
  });

  test('the order of the responses differs between people and is kept', async () => {
    const project = await addProject(server, { items: 20, overlap: 8 });
    const orders = new Set<string>();
    for (let person = 0; person < 8; person += 1) {
      const ann = await addPerson(server, { projectId: project.id });
      const task = (await hand(ann, project.id)).assignments[0];
      const again = (await hand(ann, project.id)).assignments[0];
      expect(again?.responses).toEqual(task?.responses);
      orders.add((task?.responses ?? []).map((response) => response.id).join());
    }
    expect([...orders].sort()).toEqual(['r1,r2', 'r2,r1']);
  });

  test('nobody gets an item twice, and the queue says when it is empty', async () => {
    const project = await addProject(server, { items: 2 });
    const ann = await addPerson(server, { projectId: project.id });
    const seen: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const task = (await hand(ann, project.id)).assignments[0];
      if (!task) throw new Error('no task');
      seen.push(task.itemId);
      await ann.client.call(judging.submitJudgment, {
        params: { projectId: project.id, assignmentId: task.assignmentId },
        body: submission(),
      });
    }
    const empty = await hand(ann, project.id);
    expect(new Set(seen).size).toBe(2);
    expect(empty).toMatchObject({
      assignments: [],
      shortage: 'queue_empty',
      progress: { doneToday: 2, doneTotal: 2 },
    });
  });

  test.each(['draft', 'paused', 'closed'] as const)('a %s project gives nothing out', async (state) => {
    const project = await addProject(server);
    const ann = await addPerson(server, { projectId: project.id });
    await project.lead.client.call(updateProject, {
      params: { projectId: project.id },
      body: { revision: 2, state },
    });
    expect(await refusalOf(hand(ann, project.id))).toBe('project_not_open');
  });

  test('a skipped item comes back to others although they have passed it', async () => {
    const project = await addProject(server, { items: 3, overlap: 1 });
    const [ann, bob] = [
      await addPerson(server, { projectId: project.id }),
      await addPerson(server, { projectId: project.id }),
    ];
    const task = (await hand(ann, project.id)).assignments[0];
    const [other] = (await hand(bob, project.id)).assignments;
    if (!task || !other) throw new Error('no task');
    await bob.client.call(judging.submitJudgment, {
      params: { projectId: project.id, assignmentId: other.assignmentId },
      body: submission(),
    });
    await ann.client.call(judging.skipAssignment, {
      params: { projectId: project.id, assignmentId: task.assignmentId },
      body: { reason: 'unclear', note: '' },
    });
    expect((await hand(bob, project.id)).assignments[0]?.itemId).toBe(task.itemId);
    expect((await hand(ann, project.id)).assignments[0]?.itemId).not.toBe(task.itemId);
    expect(await brokenItems(project)).toEqual([]);
  });

  test('a skip can be taken back while the item still needs somebody', async () => {
    const { project, ann, task, params } = await oneTask({ items: 4 });
    await ann.client.call(judging.skipAssignment, { params, body: { reason: 'other', note: 'by mistake' } });
    await hand(ann, project.id, 3);
    await ann.client.call(judging.unskipAssignment, { params });
    expect((await hand(ann, project.id, 3)).assignments.map((each) => each.itemId)).toContain(task.itemId);
    expect(await brokenItems(project)).toEqual([]);
  });
});

describe('submitting', () => {
  test('the same submission sent twenty times at once is one judgment', async () => {
    const { project, ann, params } = await oneTask();
    const body = submission();
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => ann.client.call(judging.submitJudgment, { params, body })),
    );
    expect(new Set(receipts.map((receipt) => receipt.judgmentId)).size).toBe(1);
    expect(receipts.filter((receipt) => !receipt.replayed)).toHaveLength(1);
    expect(await countJudgments(project)).toBe(1);
    expect(await brokenItems(project)).toEqual([]);
  });

  test('two different judgments of one task at once leave exactly one', async () => {
    const { project, ann, params } = await oneTask();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        refusalOf(ann.client.call(judging.submitJudgment, { params, body: submission() })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'already_submitted']));
    expect(await countJudgments(project)).toBe(1);
  });

  test('one client id for two judgments is refused', async () => {
    const { project, ann, params } = await oneTask();
    const body = submission();
    await ann.client.call(judging.submitJudgment, { params, body });
    const changed = { ...body, answers: validAnswers({ verdict: 'tie' }) };
    expect(await refusalOf(ann.client.call(judging.submitJudgment, { params, body: changed }))).toBe(
      'client_id_reused',
    );
    const next = (await hand(ann, project.id)).assignments[0];
    const elsewhere = { params: { projectId: project.id, assignmentId: next?.assignmentId ?? '' }, body };
    expect(await refusalOf(ann.client.call(judging.submitJudgment, elsewhere))).toBe('client_id_reused');
  });

  test('answers that do not fit the rubric are refused with their place, and nothing is written', async () => {
    const { project, ann, params } = await oneTask();
    const error = await ann.client
      .call(judging.submitJudgment, {
        params,
        body: { ...submission(), answers: { pair: {}, response: {}, task: {} } },
      })
      .catch((caught: RefusedError) => caught);
    expect(code(error)).toBe('answers_invalid');
    expect((error as RefusedError).places?.length).toBeGreaterThan(0);
    expect(await countJudgments(project)).toBe(0);
  });

  test('a task of another person is not found', async () => {
    const { project, params } = await oneTask();
    const other = await addPerson(server, { projectId: project.id });
    expect(await refusalOf(other.client.call(judging.submitJudgment, { params, body: submission() }))).toBe(
      'not_found',
    );
  });

  test('active time is never longer than the time since the lease', async () => {
    const { project, ann, params } = await oneTask();
    await ann.client.call(judging.submitJudgment, {
      params,
      body: { ...submission(), activeMs: 86_000_000 },
    });
    const stored = await server.services.database.pool.query(
      'select active_ms from judgments where project_id = $1',
      [project.id],
    );
    expect(stored.rows[0].active_ms).toBeLessThan(60_000);
  });
});

describe('leases that run out', () => {
  test('a late judgment is taken while its place is free, and refused once others have it', async () => {
    const project = await addProject(server, { items: 1, overlap: 1, leaseMs: 60_000 });
    const [ann, bob] = [
      await addPerson(server, { projectId: project.id }),
      await addPerson(server, { projectId: project.id }),
    ];
    const task = (await hand(ann, project.id)).assignments[0];
    if (!task) throw new Error('no task');
    const params = { projectId: project.id, assignmentId: task.assignmentId };
    server.setNow(new Date(Date.now() + 120_000));
    const taken = (await hand(bob, project.id)).assignments[0];
    expect(taken?.itemId).toBe(task.itemId);
    expect(await refusalOf(ann.client.call(judging.submitJudgment, { params, body: submission() }))).toBe(
      'lease_lost',
    );
    await bob.client.call(judging.skipAssignment, {
      params: { projectId: project.id, assignmentId: taken?.assignmentId ?? '' },
      body: { reason: 'other', note: '' },
    });
    const receipt = await ann.client.call(judging.submitJudgment, { params, body: submission() });
    server.setNow(null);
    expect(receipt).toMatchObject({ late: true, replayed: false });
    expect(await brokenItems(project)).toEqual([]);
  });

  test('a heartbeat keeps everything in hand', async () => {
    const { project, ann, params } = await oneTask({ leaseMs: 60_000, items: 3 });
    await hand(ann, project.id, 3);
    server.setNow(new Date(Date.now() + 50_000));
    const { leaseUntil } = await ann.client.call(judging.heartbeat, { params });
    server.setNow(new Date(Date.now() + 100_000));
    const kept = await hand(ann, project.id, 3);
    server.setNow(null);
    expect(new Date(leaseUntil).getTime()).toBeGreaterThan(Date.now() + 100_000);
    expect(kept.assignments).toHaveLength(3);
    expect(kept.assignments.map((task) => task.assignmentId)).toContain(params.assignmentId);
  });

  test('the draft of a lost lease comes back when the person gets the item again', async () => {
    const { project, ann, params, task } = await oneTask({ items: 1, leaseMs: 60_000 });
    await ann.client.call(judging.saveDraft, {
      params,
      body: {
        baseRevision: 0,
        answers: { ...validAnswers(), justification: 'half a thought' },
        activeMs: 500,
      },
    });
    server.setNow(new Date(Date.now() + 120_000));
    const again = (await hand(ann, project.id)).assignments[0];
    server.setNow(null);
    expect(again?.assignmentId).not.toBe(task.assignmentId);
    expect(again?.itemId).toBe(task.itemId);
    expect(again?.draft?.answers.justification).toBe('half a thought');
  });
});

describe('drafts', () => {
  const draft = (baseRevision: number, justification: string) => ({
    baseRevision,
    answers: { ...validAnswers(), justification },
    activeMs: 100,
  });

  test('a stale draft is refused with the newer one, which stays', async () => {
    const { project, ann, params } = await oneTask();
    await ann.client.call(judging.saveDraft, { params, body: draft(0, 'one') });
    await ann.client.call(judging.saveDraft, { params, body: draft(1, 'two') });
    const error = await ann.client
      .call(judging.saveDraft, { params, body: draft(1, 'three') })
      .catch((caught: RefusedError) => caught);
    expect(code(error)).toBe('stale_draft');
    expect((error as RefusedError).details).toMatchObject({
      draft: { revision: 2, answers: { justification: 'two' } },
    });
    expect((await hand(ann, project.id)).assignments[0]?.draft).toMatchObject({
      revision: 2,
      answers: { justification: 'two' },
    });
  });

  test('a draft never overwrites a submission', async () => {
    const { ann, params } = await oneTask();
    await ann.client.call(judging.submitJudgment, { params, body: submission() });
    expect(await refusalOf(ann.client.call(judging.saveDraft, { params, body: draft(0, 'too late') }))).toBe(
      'already_submitted',
    );
  });

  test('two saves from one revision at once keep exactly one', async () => {
    const { ann, params } = await oneTask();
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((words) =>
        refusalOf(ann.client.call(judging.saveDraft, { params, body: draft(0, words) })),
      ),
    );
    expect(outcomes.sort()).toEqual(['accepted', 'stale_draft', 'stale_draft', 'stale_draft']);
  });
});

describe('amending', () => {
  test('an amendment supersedes, counts once and keeps the history', async () => {
    const { project, ann, params } = await oneTask();
    const first = await ann.client.call(judging.submitJudgment, { params, body: submission() });
    const second = await ann.client.call(judging.amendJudgment, {
      params,
      body: { ...submission(), answers: validAnswers({ verdict: 'tie' }), supersedes: first.judgmentId },
    });
    expect(second).toMatchObject({ revision: 2, replayed: false, amendUntil: first.amendUntil });
    expect(await countJudgments(project)).toBe(2);
    expect(await brokenItems(project)).toEqual([]);
    const own = await ann.client.call(judging.listOwnJudgments, { params: { projectId: project.id } });
    expect(own.judgments).toHaveLength(1);
    expect(own.judgments[0]).toMatchObject({ judgmentId: second.judgmentId, revision: 2 });
  });

  test('two amendments of one judgment at once keep exactly one', async () => {
    const { ann, params } = await oneTask();
    const first = await ann.client.call(judging.submitJudgment, { params, body: submission() });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () =>
        refusalOf(
          ann.client.call(judging.amendJudgment, {
            params,
            body: { ...submission(), supersedes: first.judgmentId },
          }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'judgment_superseded']));
  });

  test('after the window nothing can be amended', async () => {
    const { ann, params } = await oneTask({ amendWindowMs: 1_000 });
    const first = await ann.client.call(judging.submitJudgment, { params, body: submission() });
    server.setNow(new Date(Date.now() + 5_000));
    const outcome = await refusalOf(
      ann.client.call(judging.amendJudgment, {
        params,
        body: { ...submission(), supersedes: first.judgmentId },
      }),
    );
    server.setNow(null);
    expect(outcome).toBe('amend_window_over');
  });

  test('the database itself refuses to change a judgment', async () => {
    const { project, ann, params } = await oneTask();
    await ann.client.call(judging.submitJudgment, { params, body: submission() });
    await expect(
      server.services.database.pool.query('update judgments set active_ms = 1 where project_id = $1', [
        project.id,
      ]),
    ).rejects.toThrow(/never changed/);
  });
});

test('a flag is kept and the task stays in hand', async () => {
  const { project, ann, params, task } = await oneTask();
  const { flagId } = await ann.client.call(flagAssignment, {
    params,
    body: { kind: 'personal_data', note: 'a phone number' },
  });
  const stored = await server.services.database.pool.query('select kind, note from flags where id = $1', [
    flagId,
  ]);
  expect(stored.rows[0]).toEqual({ kind: 'personal_data', note: 'a phone number' });
  expect((await hand(ann, project.id)).assignments[0]?.assignmentId).toBe(task.assignmentId);
});
