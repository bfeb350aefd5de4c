import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPeopleQuality, readOwnQuality, readPersonQuality } from '#contract/people-quality.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { runQuality } from './run-quality.ts';

let server: TestServer;
let project: TestProject;
let people: TestPerson[];
const items = 40;
const reason = 'This one answers what was asked and leaves nothing out that matters here';
const ownWords = (who: number, place: number) =>
  `Person ${who} thinks of task ${place} that number ${place * 7 + who} of its points is put better at line ${place}`;

beforeAll(async () => {
  server = await startTestServer();
  project = await addProject(server, { items });
  people = [];
  for (const name of ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay'])
    people.push(await addPerson(server, { projectId: project.id, name }));
  for (const [who, person] of people.entries())
    for (const [place, itemId] of project.itemIds.entries())
      await addJudgment(server, {
        ...{ projectId: project.id, itemId, annotatorId: person.id },
        answers: {
          ...validAnswers({ verdict: 'prefers', responseId: place % 3 === 0 ? 'r2' : 'r1', strength: 2 }),
          justification: who === 0 ? reason : ownWords(who, place),
        },
        shownOrder: (place + who) % 2 === 0 ? [1, 2] : [2, 1],
        activeMs: who === 0 ? 1_500 : 40_000 + 500 * ((place * 7 + who) % 20),
      });
  await server.services.database.kysely
    .transaction()
    .execute((transaction) =>
      askForQuality(transaction, { projectId: project.id, now: new Date(), lostBefore: new Date(0) }),
    );
  await runQuality(server.services, project.id);
});
afterAll(() => server.stop());

const params = () => ({ projectId: project.id });

test('a lead finds what was seen, with its base rate and items of the project, on the page of that person only', async () => {
  const [ana, ben] = people;
  const read = (person: TestPerson | undefined) =>
    project.lead.client.call(readPersonQuality, { params: { ...params(), personId: person?.id ?? '' } });
  const { report } = await read(ana);
  expect(report.evidence.map(({ kind }) => kind).toSorted()).toEqual(['own_reasons', 'quick']);
  const quick = report.evidence.find(({ kind }) => kind === 'quick');
  expect(quick).toMatchObject({ count: items, of: items, value: 1_500, other: null, base: { n: 5 } });
  expect(quick?.base.lowTenth).toBeGreaterThanOrEqual(40_000);
  expect(project.itemIds).toEqual(expect.arrayContaining(quick?.itemIds ?? ['none']));
  const reasons = report.evidence.find(({ kind }) => kind === 'own_reasons');
  expect(reasons).toMatchObject({ count: items - 1, of: items });
  expect((await read(ben)).report.evidence).toEqual([]);
});

test('the list of people holds the same evidence', async () => {
  const { kept } = await project.lead.client.call(listPeopleQuality, { params: params() });
  const found = kept?.people.filter(({ evidence }) => evidence.length > 0).map(({ name }) => name);
  expect(found).toEqual(['Ana']);
});

test('whoever it is about is never sent it', async () => {
  const { revision } = await project.lead.client.call(readProject, { params: params() });
  await project.lead.client.call(updateProject, {
    params: params(),
    body: { revision, annotatorSees: 'all' },
  });
  const own = await people[0]?.client.call(readOwnQuality, { params: params() });
  expect(own?.report?.judgments).toBe(items);
  expect(JSON.stringify(own)).not.toMatch(/evidence|own_reasons|"quick"/);
});
