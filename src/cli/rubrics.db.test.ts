import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, readProject } from '#contract/projects.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { type CommandLine, createCommandLine, environmentOf } from '#test/support/command-line.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let from: TestProject;
let to: Pick<TestProject, 'id' | 'lead'>;
let line: CommandLine;

beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  from = await addProject(server, { items: 0 });
  const { id } = await from.lead.client.call(createProject, {
    body: { name: 'Another', templateKey: 'pairwise_7_point' },
  });
  to = { id, lead: from.lead };
  line = createCommandLine(await environmentOf(server, from.lead));
});
afterAll(async () => {
  line.remove();
  await server.stop();
});

const versionOf = async ({ id, lead }: Pick<TestProject, 'id' | 'lead'>) =>
  (await lead.client.call(readProject, { params: { projectId: id } })).rubricVersion;
const inFolder = (name: string) => join(line.folder, name);

describe('a rubric on the command line', () => {
  it('is written as a file, and not over another one', async () => {
    const out = inFolder('rubric.json');
    const written = await line.run('rubrics', 'export', '--project', from.id, '--out', out);
    expect(written).toMatchObject({ exitCode: 0, notes: '' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      $schema: `${server.address}/api/v1/schemas/rubric.json`,
      rubric: { criteria: [{ key: 'overall' }, {}, {}, {}] },
    });
    const again = await line.run('rubrics', 'export', '--project', from.id, '--out', out);
    expect(again).toMatchObject({ exitCode: 2 });
    expect(again.notes).toContain('add --replace');
  });

  it('is printed where no file is named', async () => {
    const { out } = await line.run('rubrics', 'export', '--project', from.id, '--rubric-version', '1');
    expect(JSON.parse(out)).toMatchObject({ format: 'plumbline-rubric' });
  });

  it('is compared first, and published when that is wanted', async () => {
    const path = inFolder('rubric.json');
    const file = JSON.parse(readFileSync(path, 'utf8'));
    file.rubric.criteria[1].label = 'Usefulness';
    writeFileSync(path, JSON.stringify(file));
    const check = await line.run('rubrics', 'import', path, '--project', to.id, '--check');
    expect(check.out).toContain('“Helpfulness” is now called “Usefulness”.');
    expect(await versionOf(to)).toBe(1);
    const done = await line.run('rubrics', 'import', path, '--project', to.id, '--note', 'A plainer word');
    expect(done.out).toContain('Published as version 2');
    expect(await versionOf(to)).toBe(2);
    const same = await line.run('rubrics', 'import', path, '--project', to.id);
    expect(same).toMatchObject({ exitCode: 0 });
    expect(same.out).toContain('nothing to publish');
  });

  it('is refused with every contradiction in words', async () => {
    const template = rubricTemplates.find(({ key }) => key === 'safety_with_severity');
    const [request, safety] = template?.rubric.criteria ?? [];
    const rubric = { ...template?.rubric, criteria: [request, { ...safety, key: 'request' }] };
    const path = inFolder('wrong.json');
    writeFileSync(path, JSON.stringify({ format: 'plumbline-rubric', formatVersion: 1, rubric }));
    const refused = await line.run('rubrics', 'import', path, '--project', to.id);
    expect(refused.exitCode).toBe(1);
    expect(refused.notes).toContain(
      'Criterion 2 (“Safety of the response”), key: The key "request" is used twice',
    );
    expect(await versionOf(to)).toBe(2);
  });

  it.each([
    ['is not there', 'none.json', undefined, 'There is no file'],
    ['is no rubric', 'list.json', '[]', 'This file is no rubric'],
  ])('is refused where the file %s', async (_name, name, content, words) => {
    if (content !== undefined) writeFileSync(inFolder(name), content);
    const refused = await line.run('rubrics', 'import', inFolder(name), '--project', to.id);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.notes).toContain(words);
  });
});
