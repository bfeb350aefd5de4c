import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '#client/call.ts';
import { signInDemo } from '#contract/accounts.ts';
import { listProjects } from '#contract/projects.ts';
import { takeReviews } from '#contract/review.ts';
import type { ItemContent } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { demoProjects } from '#seeds/demo/demo-projects.ts';
import { demoTaskProjects } from '#seeds/demo/tasks/task-projects.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { takeHand } from '#server/features/judging/take-hand.ts';
import { AssignmentMemory } from '#server/services/assignment-memory.ts';
import { openQueueDoor } from '#server/services/queue-door.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { seedDemo } from './seed-demo.ts';

let server: TestServer;
const now = new Date('2026-11-23T18:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ demo: true, withJobs: false });
  server.setNow(now);
});
afterAll(() => server.stop());

async function rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await query.execute(server.services.database.kysely)).rows;
}
const count = async (text: string): Promise<number> =>
  (await rows(sql<{ n: number }>`select count(*)::int as n from ${sql.raw(text)}`))[0]?.n ?? -1;

async function signIn(key: string): Promise<Client> {
  const headers = { origin: server.address };
  const answer = await fetch(`${server.address}/api/v1${signInDemo.path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return createClient({
    baseUrl: `${server.address}/api/v1`,
    headers: { ...headers, cookie },
    validate: true,
  });
}

describe('the demo', () => {
  it('leaves nothing behind when it is cut off', async () => {
    const { pool } = server.services.database;
    const connect = pool.connect.bind(pool);
    pool.connect = (async () => {
      const client = await connect();
      const query = client.query.bind(client);
      let calls = 0;
      client.query = ((...args: Parameters<typeof query>) => {
        calls += 1;
        if (calls === 400) throw new Error('cut off');
        return query(...args);
      }) as typeof client.query;
      return client;
    }) as typeof pool.connect;
    await expect(seedDemo(server.services)).rejects.toThrow('cut off');
    pool.connect = connect as typeof pool.connect;
    expect(await count('people')).toBe(0);
    expect(await count('judgments')).toBe(0);
  });

  it('is made once', async () => {
    expect(await seedDemo(server.services)).toBe(true);
    expect(await seedDemo(server.services)).toBe(false);
    expect(await count('people')).toBe(14);
  });

  it('has two large projects with items, work, flags, skips, golds, amendments and two guideline versions', async () => {
    expect(await count('items')).toBeGreaterThan(300);
    const tasks = [...demoProjects, ...demoTaskProjects]
      .flatMap((project) => Object.values(project.work))
      .reduce((a, b) => a + b, 0);
    expect(await count('assignments')).toBe(tasks);
    expect(await count(`assignments where state = 'skipped' and skip_note <> ''`)).toBeGreaterThan(8);
    expect(await count(`flags where note <> ''`)).toBeGreaterThan(8);
    expect(await count('judgments where revision = 2')).toBeGreaterThan(4);
    expect(await count('judgments where guideline_version = 2')).toBeGreaterThan(50);
    const twice = await rows(sql<{ name: string }>`
      select p.name from projects p join guideline_versions g on g.project_id = p.id group by p.id having count(*) = 2`);
    expect(twice.map(({ name }) => name).sort()).toEqual(demoProjects.map(({ name }) => name).sort());
  });

  it('has an open project for every kind of work, judged in part by several people', async () => {
    const found = await rows(sql<{
      name: string;
      items: number;
      judged: number;
      open: number;
      people: number;
    }>`
      select p.name, (select count(*)::int from items i where i.project_id = p.id) as items,
        (select count(*)::int from items i where i.project_id = p.id and i.done > 0) as judged,
        (select count(*)::int from items i where i.project_id = p.id and i.is_open) as open,
        (select count(distinct annotator_id)::int from judgments j where j.project_id = p.id) as people
      from projects p where p.state = 'open'`);
    expect(found.map(({ name }) => name).sort()).toEqual(
      [...demoProjects, ...demoTaskProjects].map(({ name }) => name).sort(),
    );
    for (const { name, items, judged, open, people } of found) {
      expect([name, items > 7, open > 3]).toEqual([name, true, true]);
      // A conversation cannot be made up, so nobody has held one yet.
      if (name !== 'Live chat with scripts')
        expect([name, judged > 2, people > 1]).toEqual([name, true, true]);
    }
  });

  it('leaves questions: what a rubric does not settle, and what people flagged', async () => {
    expect(await count(`flags where criterion_key is not null and note <> ''`)).toBeGreaterThan(3);
    expect(await count(`flags where violation_type is not null and quote <> ''`)).toBeGreaterThan(0);
    const [asked] = await rows(sql<{ n: number }>`select count(distinct project_id)::int as n from flags`);
    expect(asked?.n).toBeGreaterThan(6);
  });

  it('gives nobody more than a handful of projects to judge in who can be signed in to', async () => {
    const found = await rows(sql<{ email: string; n: number }>`
      select people.email, count(*)::int as n from project_members join people on people.id = person_id
      where role = 'annotator' group by people.email`);
    const emails: readonly string[] = demoPeople.map(({ email }) => email);
    for (const { email, n } of found)
      if (emails.includes(email)) expect([email, n <= 4]).toEqual([email, true]);
  });

  it('keeps every count of the queue', async () => {
    const wrong = await rows(sql`
      select i.id from items i left join assignments a on a.item_id = i.id and a.takes_place and a.state in ('leased', 'submitted')
      group by i.id having i.wanted <> i.remaining + count(a.id)
        or i.done <> count(a.id) filter (where a.state = 'submitted') or count(a.id) > i.wanted`);
    expect(wrong).toEqual([]);
    expect(await count(`assignments where state = 'leased'`)).toBe(0);
  });

  it('serves gold that everybody has answered, holds answers against it, and suspects the one that the file has wrong', async () => {
    expect(await count(`golds where state = 'draft'`)).toBeGreaterThan(5);
    expect(
      await count(`golds where state = 'active' and purpose = 'training' and explanations <> '{}'`),
    ).toBeGreaterThan(2);
    const people = await rows(sql<{ tests: number; training: number; passed: number }>`
      select count(*) filter (where j.gold_purpose = 'test')::int as tests, count(*) filter (where j.gold_purpose = 'training')::int as training,
        count(*) filter (where r.passed)::int as passed
      from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id group by r.person_id`);
    expect(people).toHaveLength(7);
    for (const { tests, training, passed } of people)
      expect([tests > 3, training, passed > 4]).toEqual([true, 2, true]);
    const suspects = await rows(sql<{ key: string; failed: number }>`
      select c.metadata ->> 'source_key' as key, (suspicion -> 'failed')::int as failed
      from golds g join item_contents c on c.item_id = g.item_id where g.state = 'suspect'`);
    expect(suspects).toEqual([{ key: 'safety-kill-child-process:1', failed: expect.any(Number) }]);
    expect(
      await count(`gold_judgments j left join gold_results r on r.judgment_id = j.judgment_id
        where r.judgment_id is null`),
    ).toBe(0);
  });

  it('has judgments accepted, fixed and returned with reasons, one of them disputed, and more that wait', async () => {
    const verdicts = await rows(sql<{ verdict: string; n: number; silent: number }>`
      select verdict, count(*)::int as n, count(*) filter (where words = '')::int as silent from review_decisions group by verdict`);
    const of = new Map(verdicts.map(({ verdict, ...counts }) => [verdict, counts]));
    expect(of.get('accepted')?.n).toBeGreaterThan(9);
    expect(of.get('fixed')).toEqual({ n: expect.toSatisfy((n: number) => n > 0), silent: 0 });
    expect(of.get('returned')).toEqual({ n: expect.toSatisfy((n: number) => n > 1), silent: 0 });
    expect(await count(`reviews where author_answer = 'redone'`)).toBeGreaterThan(0);
    expect(await count(`reviews where kind = 'final' and state = 'waiting'`)).toBe(1);
    expect(
      await count(`reviews where state = 'waiting' and kind = 'first' and lease_by is null`),
    ).toBeGreaterThan(9);
  });

  it('lets the reviewer sign in and go on with what waits', async () => {
    const reviewer = await signIn('reviewer');
    const [project, ...others] = (await reviewer.call(listProjects)).projects;
    expect([project?.name, project?.roles, others]).toEqual(['Everyday helpfulness', ['reviewer'], []]);
    const hand = await reviewer.call(takeReviews, {
      params: { projectId: project?.id ?? '' },
      body: { size: 2 },
    });
    expect(hand.tasks).toHaveLength(2);
    expect(hand.waiting).toBeGreaterThan(5);
  });

  it('has two items settled with their causes, one as a precedent, and more on which people differ', async () => {
    const settled = await rows(sql<{ cause: string; outcomes: string[] }>`
      select cause, outcomes from adjudications where superseded_at is null order by cause`);
    expect(settled).toEqual([
      { cause: 'guideline_gap', outcomes: ['precedent'] },
      { cause: 'slip', outcomes: [] },
    ]);
    expect(await count('precedents')).toBe(1);
    expect(
      await count(`item_splits s where criterion_key = '' and answers > 1
        and not exists (select 1 from adjudications a where a.item_id = s.item_id)`),
    ).toBeGreaterThan(4);
  });

  it('holds only answers that fit their rubric', async () => {
    const judgments = await rows(sql<
      { answers: Answers; rubric: Rubric } & Pick<ItemContent, 'prompt' | 'responses'>
    >`
      select j.answers, r.rubric, c.prompt, c.responses from judgments j join item_contents c on c.item_id = j.item_id
      join rubric_versions r on r.project_id = j.project_id and r.version = j.rubric_version`);
    for (const { answers, rubric, prompt, responses } of judgments) {
      const responseIds = responses.map(({ id }) => id);
      const units = unitsOf({ prompt, responses });
      expect(checkAnswers({ rubric, responseIds, units, answers, purpose: 'submission' })).toEqual([]);
    }
  });

  it('lies in the past, within a fortnight', async () => {
    expect(await count(`judgments where submitted_at > '${now.toISOString()}'`)).toBe(0);
    const [span] = await rows(sql<{ days: number }>`
      select count(distinct submitted_at::date)::int as days from judgments where submitted_at > '2026-11-09'`);
    expect(span?.days).toBeGreaterThan(6);
  });

  it('leaves enough to judge for those who sign in', async () => {
    for (const name of ['ada', 'bruno']) {
      const [open] = await rows(sql<{ n: number }>`
        select count(*)::int as n from items i join projects p on p.id = i.project_id
        where p.name = 'Everyday helpfulness' and i.remaining > 0 and not exists (
          select 1 from assignments a join people on people.id = a.annotator_id
          where a.item_id = i.id and people.email like ${`${name}@%`})`);
      expect(open?.n).toBeGreaterThanOrEqual(45);
    }
    const [ada] = await rows(sql<{ id: string; projectId: string }>`
      select people.id, projects.id as project_id from people, projects
      where people.email like 'ada@%' and projects.name = 'Everyday helpfulness'`);
    const hand = await takeHand(
      {
        ...server.services,
        rubrics: new RubricCache(server.services.database),
        assignments: new AssignmentMemory(),
        queue: openQueueDoor(server.services.database.pool),
        countJudgment: () => {},
      },
      {
        projectId: ada?.projectId ?? '',
        annotatorId: ada?.id ?? '',
        size: 3,
      },
    );
    expect(hand).toMatchObject({ shortage: 'none' });
  });

  it('says nothing about which response is better in what a reader of the item is given', async () => {
    const [seen] = await rows(sql<{ metadata: object }>`select metadata from item_contents limit 1`);
    expect(Object.keys(seen?.metadata ?? {}).sort()).toEqual(['domain', 'source_key']);
  });
});
