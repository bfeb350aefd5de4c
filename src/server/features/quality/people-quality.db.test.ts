import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOwnDay } from '#contract/judging.ts';
import {
  computeOwnQuality,
  listPeopleQuality,
  readOwnQuality,
  readPersonQuality,
} from '#contract/people-quality.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import { projectRoles } from '#domain/access/roles.ts';
import { annotatorViews } from '#domain/people-quality/own-view.ts';
import { noteModels } from '#server/store/model-change-store.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { runQuality } from './run-quality.ts';

let server: TestServer;
let project: TestProject;
let people: readonly TestPerson[];
const items = 24;

const prefers = (responseId: string) => validAnswers({ verdict: 'prefers', responseId, strength: 2 });
const paramsOf = ({ id }: TestProject) => ({ params: { projectId: id } });
/** As a program that reads the API would meet it: an error has a status and a code. */
const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? 'failed',
  );

beforeAll(async () => {
  server = await startTestServer();
  project = await addProject(server, { items });
  people = [
    await addPerson(server, { projectId: project.id, name: 'Ana' }),
    await addPerson(server, { projectId: project.id, name: 'Ben' }),
  ];
  for (const [who, person] of people.entries())
    for (const [place, itemId] of project.itemIds.entries())
      await addJudgment(server, {
        ...{ projectId: project.id, itemId, annotatorId: person.id },
        // Ben differs on the first six.
        answers: prefers(who === 1 && place < 6 ? 'r2' : 'r1'),
      });
  await server.services.database.kysely
    .transaction()
    .execute((transaction) =>
      askForQuality(transaction, { projectId: project.id, now: new Date(), lostBefore: new Date(0) }),
    );
  await runQuality(server.services, project.id);
});
afterAll(() => server.stop());

async function show(sees: (typeof annotatorViews)[number]): Promise<void> {
  const { revision } = await project.lead.client.call(readProject, paramsOf(project));
  await project.lead.client.call(updateProject, {
    ...paramsOf(project),
    body: { revision, annotatorSees: sees },
  });
}

test('a lead finds everybody with their figures, and a page on each', async () => {
  const { kept } = await project.lead.client.call(listPeopleQuality, paramsOf(project));
  expect(kept?.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben']);
  const [ana] = people;
  const { report, all } = await project.lead.client.call(readPersonQuality, {
    params: { projectId: project.id, personId: ana?.id ?? '' },
  });
  expect(report).toMatchObject({
    name: 'Ana',
    judgments: items,
    agreement: { value: 0.75, n: items },
    gold: null,
    consistency: { again: { reason: 'no_repeats' } },
  });
  expect(report.speed.n).toBe(items);
  expect(report.biases.find(({ kind }) => kind === 'first_shown')?.logOdds.n).toBe(items);
  expect(report.days.reduce((sum, { judgments }) => sum + judgments, 0)).toBe(items);
  expect(report.sessions.reduce((sum, { judgments }) => sum + judgments, 0)).toBe(items);
  expect(all).toMatchObject({ people: 2, criterion: { hasSides: true } });
});

test('there is no page on somebody who judged nothing', async () => {
  const idle = await addPerson(server, { projectId: project.id });
  const call = project.lead.client.call(readPersonQuality, {
    params: { projectId: project.id, personId: idle.id },
  });
  expect(await outcomeOf(call)).toBe('not_found');
});

test('computing again keeps one report a person', async () => {
  await Promise.all([runQuality(server.services, project.id), runQuality(server.services, project.id)]);
  const { kept } = await project.lead.client.call(listPeopleQuality, paramsOf(project));
  expect(kept?.people).toHaveLength(2);
});

test.each(projectRoles)(
  'a %s sees others only as owner or lead, and themselves only as annotator',
  async (role) => {
    const person = await addPerson(server, { projectId: project.id, roles: [role] });
    const isLead = role === 'owner' || role === 'lead';
    const personId = people[0]?.id ?? '';
    const others = [
      await outcomeOf(person.client.call(listPeopleQuality, paramsOf(project))),
      await outcomeOf(person.client.call(readPersonQuality, { params: { projectId: project.id, personId } })),
    ];
    expect(others).toEqual(isLead ? ['allowed', 'allowed'] : ['not_allowed', 'not_allowed']);
    const own = await outcomeOf(person.client.call(readOwnQuality, paramsOf(project)));
    expect(own).toBe(role === 'annotator' ? 'allowed' : 'not_allowed');
  },
);

describe('one’s own report', () => {
  test.each(annotatorViews)('where the lead shows %s', async (sees) => {
    await show(sees);
    const [ana] = people;
    if (!ana) throw new Error('there are people');
    const own = await ana.client.call(readOwnQuality, paramsOf(project));
    expect(own.sees).toBe(sees);
    expect(own.report === null).toBe(sees === 'nothing');
    // All of it can still be amended, so nothing of it is told.
    expect(own.report?.agreement ?? null).toEqual(
      sees === 'all' ? expect.objectContaining({ value: null, reason: 'no_overlap' }) : null,
    );
    expect((own.report?.biases.length ?? 0) > 0).toBe(sees === 'all');
    expect(JSON.stringify(own)).not.toMatch(/Ben|settledAgreement|reliability|0\.75/);
  });

  test('tells what changed, but not which models: whoever judges must not know', async () => {
    await show('all');
    const [ana] = people;
    const { kysely } = server.services.database;
    await noteModels(kysely, { projectId: project.id, names: ['canary-model'], version: 1, at: new Date() });
    const own = await ana?.client.call(readOwnQuality, paramsOf(project));
    expect(own?.marks.map(({ kind }) => kind)).toContain('rubric');
    expect(JSON.stringify(own)).not.toContain('canary-model');
    const { kept } = await project.lead.client.call(listPeopleQuality, paramsOf(project));
    expect(kept?.marks.at(-1)).toMatchObject({ kind: 'model', names: ['canary-model'] });
  });

  test('has an agreement once nothing of it can be amended any more', async () => {
    await show('all');
    server.setNow(new Date(Date.now() + 8 * 86_400_000));
    await runQuality(server.services, project.id);
    const [, ben] = people;
    const own = await ben?.client.call(readOwnQuality, paramsOf(project));
    expect(own?.report?.agreement).toMatchObject({ value: 0.75, n: items });
    server.setNow(null);
  });

  test('hides the agreement at home, too, where the lead shows speed only', async () => {
    server.setNow(new Date(Date.now() + 8 * 86_400_000));
    const [ana] = people;
    const shown = async () =>
      (await ana?.client.call(readOwnDay, { ...paramsOf(project), query: {} }))?.agreement;
    await show('all');
    expect(await shown()).toMatchObject({ sharedItems: items });
    await show('speed');
    expect(await shown()).toBeNull();
    server.setNow(null);
  });

  test('is asked for anew only where the kept one is hours old', async () => {
    const [ana] = people;
    const ask = () => ana?.client.call(computeOwnQuality, paramsOf(project));
    await runQuality(server.services, project.id);
    expect(await ask()).toMatchObject({ isComputing: false });
    server.setNow(new Date(Date.now() + 7 * 3_600_000));
    expect(await ask()).toMatchObject({ isComputing: true });
    server.setNow(null);
  });
});
