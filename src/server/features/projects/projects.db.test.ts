import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startUpload } from '#contract/imports.ts';
import * as judging from '#contract/judging.ts';
import * as projects from '#contract/projects.ts';
import { readGuidelineVersion, readRubricVersion } from '#contract/rubrics.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { countEach, refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const basics = { description: '', instructions: '', overlap: 2, leaseMs: 60_000, amendWindowMs: 0 };
const uniqueName = () => `Project ${randomUUID()}`;
const template = { templateKey: 'pairwise_7_point' };

const create = (lead: TestPerson, more: Record<string, unknown> = {}) =>
  lead.client.call(projects.createProject, { body: { ...basics, name: uniqueName(), ...template, ...more } });
const read = (project: TestProject) =>
  project.lead.client.call(projects.readProject, { params: { projectId: project.id } });

/** Changes settings on top of whatever stands now. */
async function change(project: TestProject, settings: Record<string, unknown>) {
  const { revision } = await read(project);
  return project.lead.client.call(projects.updateProject, {
    params: { projectId: project.id },
    body: { revision, ...settings },
  });
}

const setRoles = (by: TestPerson, project: TestProject, personId: string, roles: ProjectRole[]) =>
  by.client.call(projects.setMemberRoles, { params: { projectId: project.id, personId }, body: { roles } });
const remove = (by: TestPerson, project: TestProject, personId: string) =>
  by.client.call(projects.removeMember, { params: { projectId: project.id, personId } });

const take = (person: TestPerson, project: TestProject, size = 1) =>
  person.client.call(judging.takeHand, { params: { projectId: project.id }, body: { size } });

async function judgeOne(person: TestPerson, project: TestProject): Promise<boolean> {
  const [task] = (await take(person, project)).assignments;
  if (!task) return false;
  await person.client.call(judging.submitJudgment, {
    params: { projectId: project.id, assignmentId: task.assignmentId },
    body: { clientId: randomUUID(), answers: validAnswers(), activeMs: 1 },
  });
  return true;
}

interface Places {
  wanted: number;
  remaining: number;
  live: number;
  done: number;
}

/** The places of each item in queue order, counted from the assignments and not from the item alone. */
async function placesOf(project: TestProject): Promise<Places[]> {
  const { rows } = await server.services.database.pool.query<Places & { counted: number }>(
    `select wanted, remaining, done,
       (select count(*)::int from assignments a where a.item_id = i.id and a.state = 'leased') as live,
       (select count(*)::int from assignments a where a.item_id = i.id and a.state = 'submitted') as counted
     from items i where project_id = $1 order by id`,
    [project.id],
  );
  for (const row of rows) {
    expect(row.done).toBe(row.counted);
    expect(row.remaining + row.live + row.done).toBe(row.wanted);
  }
  return rows.map(({ counted: _counted, ...places }) => places);
}

describe('creating a project', () => {
  test.each(rubricTemplates.map(({ key }) => key))(
    'from the template %s takes its rubric and guidelines',
    async (key) => {
      const lead = await addPerson(server, { deploymentRole: 'lead' });
      const project = await create(lead, { templateKey: key });
      expect(project).toMatchObject({
        state: 'draft',
        templateKey: key,
        rubricVersion: 1,
        guidelineVersion: 1,
      });
      expect(project.roles).toEqual(['lead', 'owner']);
      const params = { projectId: project.id, version: 1 };
      const chosen = rubricTemplates.find((each) => each.key === key);
      expect((await lead.client.call(readRubricVersion, { params })).rubric).toEqual(chosen?.rubric);
      expect((await lead.client.call(readGuidelineVersion, { params })).markdown).toBe(chosen?.guidelines);
    },
  );

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown template', { templateKey: 'none_such' }, 'invalid_request'],
    ['neither template nor rubric', { templateKey: undefined }, 'invalid_request'],
    [
      'a rubric that contradicts itself',
      { rubric: { ...rubricTemplates[0]?.rubric, criteria: [] } },
      'rubric_invalid',
    ],
    ['a name of white space', { name: '   ' }, 'invalid_request'],
    ['overlap 0', { overlap: 0 }, 'invalid_request'],
    ['a state of its own choice', { state: 'open' }, 'invalid_request'],
  ])('is refused for %s, and leaves nothing behind', async (_name, more, code) => {
    const lead = await addPerson(server, { deploymentRole: 'lead' });
    expect(await refusalOf(create(lead, more))).toBe(code);
    expect((await lead.client.call(projects.listProjects)).projects).toEqual([]);
  });

  test('needs a name of its own, whatever its case, also when ten ask for it at once', async () => {
    const lead = await addPerson(server, { deploymentRole: 'lead' });
    const name = `Ähnlich ${randomUUID()}`;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        refusalOf(create(lead, { name: at % 2 ? name.replace('nlich', 'NLICH') : name })),
      ),
    );
    expect(countEach(outcomes)).toEqual({ accepted: 1, name_taken: 9 });
  });

  test('is not for members without a role in the deployment', async () => {
    expect(await refusalOf(create(await addPerson(server)))).toBe('not_allowed');
  });
});

describe('changing settings', () => {
  test('each change raises the revision, and a change on an old one names the new one', async () => {
    const project = await addProject(server, { items: 0 });
    const before = await read(project);
    const after = await change(project, { description: 'What it is for', leaseMs: 120_000 });
    expect(after).toEqual({
      ...before,
      description: 'What it is for',
      leaseMs: 120_000,
      revision: before.revision + 1,
    });
    const late = project.lead.client.call(projects.updateProject, {
      params: { projectId: project.id },
      body: { revision: before.revision, description: 'Mine' },
    });
    await expect(late).rejects.toMatchObject({
      code: 'stale_revision',
      details: { revision: after.revision },
    });
    expect(await read(project)).toEqual(after);
  });

  test('of ten changes on one revision one is made', async () => {
    const project = await addProject(server);
    const { revision } = await read(project);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        refusalOf(
          project.lead.client.call(projects.updateProject, {
            params: { projectId: project.id },
            body: { revision, description: `Writer ${at}` },
          }),
        ),
      ),
    );
    expect(countEach(outcomes)).toEqual({ accepted: 1, stale_revision: 9 });
    expect((await read(project)).revision).toBe(revision + 1);
  });

  test('a name is taken by one of two projects that want it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const two = [await addProject(server), await addProject(server)];
      const name = `Übung ${randomUUID()}`;
      const outcomes = await Promise.all(
        two.map((project, at) => refusalOf(change(project, { name: at === 0 ? name : name.toUpperCase() }))),
      );
      expect(countEach(outcomes)).toEqual({ accepted: 1, name_taken: 1 });
    }
  });

  test('a project may keep its name and change the case of it', async () => {
    const project = await addProject(server);
    const { name } = await read(project);
    expect((await change(project, { name: name.toUpperCase() })).name).toBe(name.toUpperCase());
  });

  test('fields that are not settings are refused and stay as they are', async () => {
    const project = await addProject(server, { items: 0 });
    const before = await read(project);
    for (const field of [
      'id',
      'createdAt',
      'rubricVersion',
      'templateKey',
      'project_id',
      'roles',
      'created_by',
    ])
      expect([field, await refusalOf(change(project, { [field]: 1 }))]).toEqual([field, 'invalid_request']);
    expect(await read(project)).toEqual(before);
  });

  test.each(['draft', 'open', 'paused', 'closed'] as const)(
    'a project can be %s from any state',
    async (state) => {
      const project = await addProject(server, { open: false, items: 0 });
      for (const from of ['draft', 'open', 'paused', 'closed'] as const) {
        await change(project, { state: from });
        expect((await change(project, { state })).state).toBe(state);
      }
    },
  );
});

describe('a new overlap', () => {
  test('reaches every item: untouched, held and judged ones', async () => {
    const project = await addProject(server, { items: 3, overlap: 2 });
    const [ann, bob] = [
      await addPerson(server, { projectId: project.id }),
      await addPerson(server, { projectId: project.id }),
    ];
    await judgeOne(ann, project);
    await judgeOne(bob, project);
    await take(ann, project);
    expect(await placesOf(project)).toEqual([
      { wanted: 2, remaining: 0, live: 0, done: 2 },
      { wanted: 2, remaining: 1, live: 1, done: 0 },
      { wanted: 2, remaining: 2, live: 0, done: 0 },
    ]);
    await change(project, { overlap: 4 });
    expect(await placesOf(project)).toEqual([
      { wanted: 4, remaining: 2, live: 0, done: 2 },
      { wanted: 4, remaining: 3, live: 1, done: 0 },
      { wanted: 4, remaining: 4, live: 0, done: 0 },
    ]);
    await change(project, { overlap: 1 });
    expect(await placesOf(project)).toEqual([
      { wanted: 2, remaining: 0, live: 0, done: 2 },
      { wanted: 1, remaining: 0, live: 1, done: 0 },
      { wanted: 1, remaining: 1, live: 0, done: 0 },
    ]);
  });

  test('raised, gives finished items to people who have not judged them', async () => {
    const project = await addProject(server, { items: 1, overlap: 1 });
    const [ann, bob] = [
      await addPerson(server, { projectId: project.id }),
      await addPerson(server, { projectId: project.id }),
    ];
    expect([await judgeOne(ann, project), await judgeOne(bob, project)]).toEqual([true, false]);
    await change(project, { overlap: 2 });
    expect([await judgeOne(ann, project), await judgeOne(bob, project)]).toEqual([false, true]);
  });

  test('changed again and again while people judge, refuses nobody and loses no place', async () => {
    const project = await addProject(server, { items: 12, overlap: 3 });
    const people = await Promise.all(
      Array.from({ length: 8 }, () => addPerson(server, { projectId: project.id })),
    );
    let judged = 0;
    const work = async (person: TestPerson) => {
      for (let turn = 0; turn < 6; turn += 1) if (await judgeOne(person, project)) judged += 1;
    };
    const waver = async () => {
      for (const overlap of [1, 5, 2, 4, 3, 6, 1, 8]) await change(project, { overlap });
    };
    await Promise.all([...people.map(work), waver()]);
    const places = await placesOf(project);
    expect(places.reduce((sum, { done }) => sum + done, 0)).toBe(judged);
    expect(places.every(({ wanted }) => wanted === 8)).toBe(true);
  });
});

describe('leases return to the queue', () => {
  test('when the project is closed, and not when it is paused', async () => {
    const project = await addProject(server, { items: 3 });
    const ann = await addPerson(server, { projectId: project.id });
    await take(ann, project, 3);
    await change(project, { state: 'paused' });
    expect((await placesOf(project)).map(({ live }) => live)).toEqual([1, 1, 1]);
    await change(project, { state: 'closed' });
    expect((await placesOf(project)).map(({ live }) => live)).toEqual([0, 0, 0]);
    await change(project, { state: 'open' });
    expect((await take(ann, project, 3)).assignments).toHaveLength(3);
  });

  test.each<[string, (project: TestProject, id: string) => Promise<unknown>]>([
    ['is taken off the project', (project, id) => remove(project.lead, project, id)],
    ['is no longer an annotator', (project, id) => setRoles(project.lead, project, id, ['reviewer'])],
  ])('when their holder %s; judgments stay', async (_name, act) => {
    const project = await addProject(server, { items: 4 });
    const ann = await addPerson(server, { projectId: project.id });
    const bob = await addPerson(server, { projectId: project.id });
    await judgeOne(ann, project);
    await take(ann, project, 3);
    await take(bob, project, 1);
    await act(project, ann.id);
    expect((await placesOf(project)).map(({ live, done }) => [live, done])).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(await refusalOf(take(ann, project))).toMatch(/not_found|not_allowed/);
  });
});

describe('members', () => {
  test('get exactly the roles that were set, and are listed with what they did', async () => {
    const project = await addProject(server);
    const ann = await addPerson(server, { projectId: project.id, name: 'Ann' });
    await judgeOne(ann, project);
    await setRoles(project.lead, project, ann.id, ['reviewer', 'annotator']);
    const { members } = await setRoles(project.lead, project, ann.id, ['annotator', 'researcher']);
    expect(members.find(({ personId }) => personId === ann.id)).toMatchObject({
      name: 'Ann',
      roles: ['annotator', 'researcher'],
      judgments: 1,
    });
  });

  test('come from the deployment: an unknown person is refused', async () => {
    const project = await addProject(server);
    expect(await refusalOf(setRoles(project.lead, project, randomUUID(), ['annotator']))).toBe('not_found');
  });

  test('are made and unmade owners by owners alone', async () => {
    const project = await addProject(server);
    const lead = await addPerson(server, { projectId: project.id, roles: ['lead'] });
    const ann = await addPerson(server, { projectId: project.id });
    const owner = project.lead;
    const invite = (by: TestPerson) =>
      by.client.call(projects.createInvitation, {
        params: { projectId: project.id },
        body: { roles: ['owner'], email: null, uses: 1, expiresInDays: 1 },
      });
    expect(await refusalOf(setRoles(lead, project, ann.id, ['owner']))).toBe('not_allowed');
    expect(await refusalOf(setRoles(lead, project, lead.id, ['lead', 'owner']))).toBe('not_allowed');
    expect(await refusalOf(invite(lead))).toBe('not_allowed');
    await setRoles(owner, project, ann.id, ['owner']);
    expect(await refusalOf(setRoles(lead, project, ann.id, ['annotator']))).toBe('not_allowed');
    expect(await refusalOf(remove(lead, project, ann.id))).toBe('not_allowed');
    expect(await refusalOf(setRoles(lead, project, ann.id, ['owner', 'annotator']))).toBe('accepted');
    expect(await refusalOf(invite(owner))).toBe('accepted');
    expect(await refusalOf(remove(owner, project, ann.id))).toBe('accepted');
  });

  test('never lose their last owner, also when two owners remove each other at once', async () => {
    const project = await addProject(server);
    const first = project.lead;
    expect(await refusalOf(remove(first, project, first.id))).toBe('last_owner');
    expect(await refusalOf(setRoles(first, project, first.id, ['lead']))).toBe('last_owner');
    const second = await addPerson(server, { projectId: project.id, roles: ['owner'] });
    const outcomes = await Promise.all([
      refusalOf(remove(first, project, second.id)),
      refusalOf(remove(second, project, first.id)),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    const { rows } = await server.services.database.pool.query(
      `select 1 from project_members where project_id = $1 and role = 'owner'`,
      [project.id],
    );
    expect(rows).toHaveLength(1);
  });

  test('a lead who was taken off is a stranger at the next request', async () => {
    const project = await addProject(server);
    const lead = await addPerson(server, { projectId: project.id, roles: ['lead'] });
    await remove(project.lead, project, lead.id);
    const params = { projectId: project.id };
    expect(await refusalOf(lead.client.call(projects.readProject, { params }))).toBe('not_found');
    expect((await lead.client.call(projects.listProjects)).projects).toEqual([]);
  });
});

describe('deleting a project', () => {
  const erase = (project: TestProject) =>
    project.lead.client.call(projects.deleteProject, { params: { projectId: project.id } });

  test('removes the files of its uploads and exports', async () => {
    const [project, other] = [await addProject(server), await addProject(server)];
    const { config, database, newId } = server.services;
    const files = [];
    for (const { id: projectId, lead } of [project, other]) {
      const exportId = newId();
      const body = { fileName: 'a.jsonl', sizeBytes: 3 };
      const upload = await lead.client.call(startUpload, { params: { projectId }, body });
      await database.pool.query(
        `insert into exports (id, project_id, format, parquet, options, state, created_by, created_at)
         values ($1, $2, 'annotations', false, '{}', 'done', $3, now())`,
        [exportId, projectId, lead.id],
      );
      mkdirSync(join(config.dataFolder, 'exports', exportId), { recursive: true });
      files.push(join(config.dataFolder, 'uploads', upload.id), join(config.dataFolder, 'exports', exportId));
    }
    expect(files.map((path) => existsSync(path))).toEqual([true, true, true, true]);
    await erase(project);
    expect(files.map((path) => existsSync(path))).toEqual([false, false, true, true]);
  });

  test('takes items, leases and drafts with it while nobody has judged', async () => {
    const project = await addProject(server);
    const ann = await addPerson(server, { projectId: project.id });
    await take(ann, project, 3);
    await erase(project);
    for (const table of [
      'items',
      'assignments',
      'rubric_versions',
      'guideline_versions',
      'project_members',
    ]) {
      const { rows } = await server.services.database.pool.query(
        `select 1 from ${table} where project_id = $1`,
        [project.id],
      );
      expect([table, rows.length]).toEqual([table, 0]);
    }
    expect(await refusalOf(read(project))).toBe('not_found');
  });

  test('is refused once there is a judgment', async () => {
    const project = await addProject(server);
    await judgeOne(await addPerson(server, { projectId: project.id }), project);
    expect(await refusalOf(erase(project))).toBe('project_has_work');
    expect((await placesOf(project))[0]?.done).toBe(1);
  });

  test('and judging at the same moment leaves either the judgment or no project', async () => {
    for (let round = 0; round < 10; round += 1) {
      const project = await addProject(server, { items: 1 });
      const ann = await addPerson(server, { projectId: project.id });
      const [task] = (await take(ann, project)).assignments;
      const params = { projectId: project.id, assignmentId: task?.assignmentId ?? '' };
      const body = { clientId: randomUUID(), answers: validAnswers(), activeMs: 1 };
      const [erased, judged] = await Promise.all([
        refusalOf(erase(project)),
        refusalOf(ann.client.call(judging.submitJudgment, { params, body })),
      ]);
      expect([
        ['accepted', 'not_found'],
        ['project_has_work', 'accepted'],
      ]).toContainEqual([erased, judged]);
    }
  });
});
