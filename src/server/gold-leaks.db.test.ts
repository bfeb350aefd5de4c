import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { submitJudgment as submitRoute, takeHand as takeRoute } from '#contract/judging.ts';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { prefers, serveAsGold, setSettings, takeOne } from '#server/features/gold/gold.fixture.ts';
import { amendJudgment } from '#server/features/judging/amend-judgment.ts';
import { flagAssignment } from '#server/features/judging/flag-assignment.ts';
import type { JudgingServices } from '#server/features/judging/judging-services.ts';
import { saveDraft } from '#server/features/judging/save-draft.ts';
import { skipAssignment } from '#server/features/judging/skip-assignment.ts';
import { submitJudgment } from '#server/features/judging/submit-judgment.ts';
import { takeHand } from '#server/features/judging/take-hand.ts';
import { AssignmentMemory } from '#server/services/assignment-memory.ts';
import { openQueueDoor } from '#server/services/queue-door.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

async function withGold(settings: Partial<GoldSettings>) {
  // One digit for each number, so that texts are equally long.
  const project = await addProject(server, { items: 60, overlap: 3, leaseMs: 3_600_000 });
  await serveAsGold(project, project.itemIds.slice(10, 40));
  await setSettings(project, settings);
  const ann = await addPerson(server, { projectId: project.id });
  return { project, ann };
}

async function purposeOf(assignmentId: string): Promise<string | null> {
  const result = await server.services.database.pool.query<{ purpose: string | null }>(
    'select gold_purpose as purpose from assignments where id = $1',
    [assignmentId],
  );
  return result.rows[0]?.purpose ?? null;
}

describe('Work of the server', () => {
  /** The same acts as the routes call, so that a count ends with the answer and not with what comes after it. */
  function judgingServices(): JudgingServices {
    const { database } = server.services;
    return {
      ...server.services,
      rubrics: new RubricCache(database),
      assignments: new AssignmentMemory(),
      queue: openQueueDoor(database.pool),
      countJudgment: () => {},
    };
  }

  /** How many statements an act sends to the database until its answer is there. */
  async function countStatements<Outcome>(act: () => Promise<Outcome>): Promise<[number, Outcome]> {
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    const outcome = await act();
    const count = sent.mock.calls.length;
    sent.mockRestore();
    if (isRefusal(outcome)) throw new Error(outcome.message);
    // What is put off until after an answer belongs to no other act.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [count, outcome];
  }

  interface Acting {
    readonly services: JudgingServices;
    readonly project: TestProject;
    readonly ann: TestPerson;
  }

  /** Statements of each act on one task, after it was taken. */
  async function actOn({ services, project, ann }: Acting, assignmentId: string, turn: number) {
    const which = { projectId: project.id, annotatorId: ann.id, assignmentId };
    const given = { ...which, answers: prefers('r1'), activeMs: 1_000 };
    const draft = await countStatements(() => saveDraft(services, { ...given, baseRevision: 0 }));
    if (turn === 3)
      return {
        draft: draft[0],
        skip: (
          await countStatements(() => skipAssignment(services, { ...which, reason: 'unclear', note: '' }))
        )[0],
      };
    const flag =
      turn === 2
        ? {
            flag: (
              await countStatements(() => flagAssignment(services, { ...which, kind: 'other', note: 'odd' }))
            )[0],
          }
        : {};
    const [submitted, receipt] = await countStatements(() =>
      submitJudgment(services, { ...given, clientId: randomUUID() }),
    );
    if (isRefusal(receipt)) throw new Error(receipt.message);
    const [amended] = await countStatements(() =>
      amendJudgment(services, { ...given, clientId: randomUUID(), supersedes: receipt.judgmentId }),
    );
    return { draft: draft[0], ...flag, submit: submitted, amend: amended };
  }

  test.each([false, true])(
    'is as many statements for gold as for other work (overlap by answers: %s)',
    async (isAdaptive) => {
      const { project, ann } = await withGold({ sharePercent: 50 });
      // The route would ask for a job, and here none runs.
      if (isAdaptive)
        await server.services.database.pool.query('update projects set adaptive_overlap = $2 where id = $1', [
          project.id,
          JSON.stringify({ least: 2, most: 5, certainty: 0.9, extra: 10 }),
        ]);
      // Leases are looked through once a second: here once, with the first task.
      server.setNow(new Date());
      const services = judgingServices();
      const acting = { services, project, ann };
      const take = () => takeHand(services, { projectId: project.id, annotatorId: ann.id, size: 1 });
      const counts = { gold: new Map<string, Set<number>>(), other: new Map<string, Set<number>>() };
      const seen = { gold: 0, other: 0 };
      for (let turn = 0; turn < 58 && Math.min(seen.gold, seen.other) < 6; turn += 1) {
        const [taken, hand] = await countStatements(take);
        if (isRefusal(hand)) throw new Error(hand.message);
        const assignmentId = hand.assignments[0]?.assignmentId ?? '';
        const kind = (await purposeOf(assignmentId)) === null ? 'other' : 'gold';
        const round = seen[kind];
        seen[kind] += 1;
        const acts = { take: taken, ...(await actOn(acting, assignmentId, round)) };
        // The first task of all reads the key and the rubric; from the second on both are known.
        if (turn === 0) continue;
        for (const [act, count] of Object.entries(acts)) {
          const known = counts[kind].get(act) ?? new Set<number>();
          counts[kind].set(act, known.add(count));
        }
      }
      server.setNow(null);
      expect(Math.min(seen.gold, seen.other)).toBe(6);
      const sorted = (of: Map<string, Set<number>>) =>
        Object.fromEntries([...of].toSorted().map(([act, each]) => [act, [...each].toSorted()]));
      expect(sorted(counts.gold)).toEqual(sorted(counts.other));
      expect(Object.keys(sorted(counts.gold))).toEqual(['amend', 'draft', 'flag', 'skip', 'submit', 'take']);
    },
  );
});

describe('Headers of an answer', () => {
  /** Names, and values without digits and letters of ids. */
  const formOf = (headers: Headers) =>
    JSON.stringify(
      [...headers].map(([name, value]) => [name, value.replaceAll(/[0-9a-f]/g, '#')]).toSorted(),
    );

  test('are the same for gold as for other work, to the size of the body', async () => {
    const { project, ann } = await withGold({ sharePercent: 50 });
    const forms = { gold: new Set<string>(), other: new Set<string>() };
    for (let turn = 0; turn < 24; turn += 1) {
      const task = await takeOne(project, ann);
      if (!task) throw new Error('no task');
      const answer = await fetch(
        `${server.address}/api/v1/projects/${project.id}/assignments/${task.assignmentId}/submission`,
        {
          method: 'POST',
          headers: { cookie: ann.cookie, origin: server.address, 'content-type': 'application/json' },
          body: JSON.stringify({ clientId: randomUUID(), answers: prefers('r1'), activeMs: 1_000 }),
        },
      );
      expect(answer.status).toBe(200);
      const kind = (await purposeOf(task.assignmentId)) === null ? 'other' : 'gold';
      forms[kind].add(`${formOf(answer.headers)} ${(await answer.text()).length}`);
    }
    expect(forms.gold.size).toBe(1);
    expect(forms.gold).toEqual(forms.other);
  });
});

describe('The order of tasks', () => {
  test('has no pattern by which gold could be counted out, and is another for each person', async () => {
    const { project } = await withGold({ sharePercent: 50 });
    const orders = [];
    for (let person = 0; person < 3; person += 1) {
      const ann = await addPerson(server, { projectId: project.id });
      const kinds = [];
      for (let turn = 0; turn < 24; turn += 1) {
        const task = await takeOne(project, ann);
        if (!task) throw new Error('no task');
        await ann.client.call(submitRoute, {
          params: { projectId: project.id, assignmentId: task.assignmentId },
          body: { clientId: randomUUID(), answers: prefers('r1'), activeMs: 1_000 },
        });
        kinds.push((await purposeOf(task.assignmentId)) === null ? '-' : 'g');
      }
      const order = kinds.join('');
      const gaps = order.split('g').map((part) => part.length);
      // A gold task at every so many would have gaps of one length.
      expect(new Set(gaps.slice(1, -1)).size).toBeGreaterThan(1);
      orders.push(order);
    }
    expect(new Set(orders).size).toBe(3);
  });

  test('of a hand does not put gold first or last', async () => {
    const { project } = await withGold({ sharePercent: 50 });
    const places = new Set<number>();
    for (let person = 0; person < 12; person += 1) {
      const ann = await addPerson(server, { projectId: project.id });
      const hand = await ann.client.call(takeRoute, { params: { projectId: project.id }, body: { size: 3 } });
      const leases = new Set(hand.assignments.map(({ leaseUntil }) => leaseUntil.slice(0, 19)));
      expect(leases.size).toBeLessThanOrEqual(2);
      for (const [place, { assignmentId }] of hand.assignments.entries())
        if ((await purposeOf(assignmentId)) !== null) places.add(place);
    }
    expect([...places].toSorted()).toEqual([0, 1, 2]);
  });
});
