import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/rubrics.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { countEach, refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const publish = (project: TestProject, markdown: string, basedOn = 1) =>
  project.lead.client.call(contract.publishGuidelines, {
    params: { projectId: project.id },
    body: { markdown, note: '', basedOn },
  });
const list = async (project: TestProject) =>
  (await project.lead.client.call(contract.listGuidelineVersions, { params: { projectId: project.id } }))
    .versions;
const read = (project: TestProject, version: number) =>
  project.lead.client.call(contract.readGuidelineVersion, { params: { projectId: project.id, version } });

describe('publishing guidelines', () => {
  test('adds a version and leaves the earlier ones as they were', async () => {
    const project = await addProject(server);
    const first = await read(project, 1);
    const second = await publish(project, '# Second');
    expect(second).toMatchObject({ version: 2, markdown: '# Second', createdByName: 'Lead' });
    expect(await publish(project, '# Third', 2)).toMatchObject({ version: 3 });
    expect([await read(project, 1), await read(project, 2)]).toEqual([first, second]);
    expect((await list(project)).map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await refusalOf(read(project, 4))).toBe('not_found');
  });

  test('keeps every character: line ends, marks above letters, emoji of several parts, invisible ones', async () => {
    const project = await addProject(server);
    const markdown =
      '\ufeffe\u0301 é\r\n👩‍👩‍👧 \ufffe \u202eabc\u200b\t\u2028 $\\frac12$ <script>x</script>\n\n';
    await publish(project, markdown);
    expect((await read(project, 2)).markdown).toBe(markdown);
  });

  test('by ten people at once adds one version without a gap', async () => {
    const project = await addProject(server);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => refusalOf(publish(project, `# By ${at}`))),
    );
    expect(countEach(outcomes)).toEqual({ accepted: 1, stale_revision: 9 });
    await publish(project, '# Next', 2);
    expect((await list(project)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('on an old version names the new one', async () => {
    const project = await addProject(server);
    await publish(project, '# Second');
    await expect(publish(project, '# Mine', 1)).rejects.toMatchObject({
      code: 'stale_revision',
      details: { version: 2 },
    });
  });

  test('that changes nothing is refused', async () => {
    const project = await addProject(server);
    const { markdown } = await read(project, 1);
    expect(await refusalOf(publish(project, markdown))).toBe('guidelines_unchanged');
  });

  test('is for those who manage the project; annotators read', async () => {
    const project = await addProject(server);
    const ann = await addPerson(server, { projectId: project.id });
    const params = { projectId: project.id };
    const body = { markdown: '# Mine', note: '', basedOn: 1 };
    expect(await refusalOf(ann.client.call(contract.publishGuidelines, { params, body }))).toBe(
      'not_allowed',
    );
    const seen = await ann.client.call(contract.readGuidelineVersion, { params: { ...params, version: 1 } });
    expect(seen.markdown.length).toBeGreaterThan(0);
  });
});

test('published guidelines cannot be changed, not even by SQL', async () => {
  const project = await addProject(server);
  const change = server.services.database.pool.query(
    `update guideline_versions set markdown = '' where project_id = $1`,
    [project.id],
  );
  await expect(change).rejects.toThrow(/never changed/);
});
