import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as judging from '#contract/judging.ts';
import { buildRubricSchema } from '#contract/rubric-file.ts';
import * as contract from '#contract/rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { countEach, refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const templateRubric = (key: string): Rubric => {
  const found = rubricTemplates.find((template) => template.key === key);
  if (!found) throw new Error(`no template ${key}`);
  return found.rubric;
};
const pairs = templateRubric('pairwise_7_point');
const withLabel = (label: string): Rubric => ({
  ...pairs,
  criteria: pairs.criteria.map((criterion, index) => (index === 0 ? { ...criterion, label } : criterion)),
});
const ratings = templateRubric('helpsteer_five_attributes');

const publish = (project: TestProject, rubric: Rubric, basedOn = 1) =>
  project.lead.client.call(contract.publishRubric, {
    params: { projectId: project.id },
    body: { rubric, note: 'Why', basedOn },
  });
const list = async (project: TestProject) =>
  (await project.lead.client.call(contract.listRubricVersions, { params: { projectId: project.id } }))
    .versions;
const read = (project: TestProject, version: number) =>
  project.lead.client.call(contract.readRubricVersion, { params: { projectId: project.id, version } });

describe('publishing a rubric', () => {
  test('adds a version and leaves the earlier ones as they were', async () => {
    const project = await addProject(server);
    const first = await read(project, 1);
    const second = await publish(project, withLabel('Second'));
    const third = await publish(project, withLabel('Third'), 2);
    expect([second.version, third.version]).toEqual([2, 3]);
    expect((await list(project)).map(({ version }) => version)).toEqual([3, 2, 1]);
    expect([await read(project, 1), await read(project, 2)]).toEqual([first, second]);
    expect(second).toMatchObject({ note: 'Why', createdByName: 'Lead', rubric: withLabel('Second') });
    expect(await refusalOf(read(project, 4))).toBe('not_found');
  });

  test('by ten people at once adds one version without a gap', async () => {
    const project = await addProject(server);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => refusalOf(publish(project, withLabel(`Label ${at}`)))),
    );
    expect(countEach(outcomes)).toEqual({ accepted: 1, stale_revision: 9 });
    await publish(project, withLabel('Next'), 2);
    expect((await list(project)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('on an old version names the new one', async () => {
    const project = await addProject(server);
    await publish(project, withLabel('Second'));
    await expect(publish(project, withLabel('Mine'), 1)).rejects.toMatchObject({
      code: 'stale_revision',
      details: { version: 2 },
    });
  });

  test('that changes nothing is refused, however its fields are ordered', async () => {
    const project = await addProject(server);
    const reordered = Object.fromEntries(Object.entries(pairs).reverse()) as unknown as Rubric;
    expect(await refusalOf(publish(project, reordered))).toBe('rubric_unchanged');
  });

  test('that contradicts itself is refused with every place', async () => {
    const project = await addProject(server);
    const [first, ...rest] = pairs.criteria;
    if (!first) throw new Error('no criterion');
    const broken: Rubric = {
      ...pairs,
      criteria: [{ ...first, key: 'Not a key', label: ' ' }, ...rest, ...rest.slice(0, 1)],
      overallKey: 'none_such',
    };
    const error = await publish(project, broken).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rubric_invalid', status: 422 });
    const paths = (error as { places: { path: string }[] }).places.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['criteria.0.key', 'criteria.0.label', 'overallKey']));
    expect(await list(project)).toHaveLength(1);
  });

  test('that compares pairs is refused where an item has another number of responses', async () => {
    const project = await addProject(server);
    await publish(project, ratings);
    const { pool } = server.services.database;
    await pool.query('update items set response_count = 3 where id = $1', [project.itemIds[0]]);
    expect(await refusalOf(publish(project, withLabel('Pairs'), 2))).toBe('rubric_invalid');
    await pool.query('update items set response_count = 2 where id = $1', [project.itemIds[0]]);
    expect(await refusalOf(publish(project, withLabel('Pairs'), 2))).toBe('accepted');
  });

  test('leaves tasks in hand on the version they were given with', async () => {
    const project = await addProject(server);
    const ann = await addPerson(server, { projectId: project.id });
    const take = () =>
      ann.client.call(judging.takeHand, { params: { projectId: project.id }, body: { size: 2 } });
    const params = { projectId: project.id };
    const [held] = (await ann.client.call(judging.takeHand, { params, body: { size: 1 } })).assignments;
    await publish(project, withLabel('Second'));
    const versions = (await take()).assignments.map((task) => [
      task.itemId === held?.itemId,
      task.rubricVersion,
    ]);
    expect(versions).toEqual([
      [true, 1],
      [false, 2],
    ]);
  });

  test('is for those who manage the project; annotators read', async () => {
    const project = await addProject(server);
    const ann = await addPerson(server, { projectId: project.id });
    const params = { projectId: project.id };
    const act = ann.client.call(contract.publishRubric, {
      params,
      body: { rubric: withLabel('Mine'), note: '', basedOn: 1 },
    });
    expect(await refusalOf(act)).toBe('not_allowed');
    const seen = await ann.client.call(contract.readRubricVersion, { params: { ...params, version: 1 } });
    expect(seen.rubric).toEqual(pairs);
  });
});

test('a published rubric cannot be changed, not even by SQL', async () => {
  const project = await addProject(server);
  const change = server.services.database.pool.query(
    `update rubric_versions set rubric = '{}' where project_id = $1`,
    [project.id],
  );
  await expect(change).rejects.toThrow(/never changed/);
});

test.each(['0', '-1', '1.5', '1e400', 'NaN', '2147483648', '99999999999999999999', 'x', '%00'])(
  'version %s of a rubric is a mistake in the address, not a fault',
  async (version) => {
    const project = await addProject(server, { items: 0 });
    const url = `${server.address}/api/v1/projects/${project.id}/rubrics/${version}`;
    const response = await fetch(url, { headers: { cookie: project.lead.cookie } });
    expect(response.status).toBe(422);
  },
);

test('the schema of a rubric file is there for everybody, signed in or not', async () => {
  const response = await fetch(`${server.address}/api/v1/schemas/rubric.json`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toEqual(buildRubricSchema());
});
