import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#contract/accounts.ts';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import { listItems } from '#contract/results.ts';
import { type CommandLine, createCommandLine, environmentOf } from '#test/support/command-line.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let project: TestProject;
let line: CommandLine;

beforeAll(async () => {
  server = await startTestServer();
  project = await addProject(server, { items: 0, overlap: 1 });
  line = createCommandLine(await environmentOf(server, project.lead));
});
afterAll(async () => {
  line.remove();
  await server.stop();
});

const row = (index: number) =>
  JSON.stringify({
    prompt: `Question ${index}?`,
    chosen: `Good answer ${index}`,
    rejected: `Poor answer ${index}`,
  });

function write(name: string, ...lines: string[]): string {
  const path = join(line.folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
const count = async (table: string): Promise<number> => {
  const { rows } = await server.services.database.pool.query(
    `select count(*)::int as n from ${table} where project_id = $1`,
    [project.id],
  );
  return (rows[0] as { n: number }).n;
};

describe('import', () => {
  it('shows the format and the first rows, imports, and reports what was left out', async () => {
    const file = write('rows.jsonl', row(1), row(2), '{"prompt": "cut o', row(3));
    const rejections = join(line.folder, 'left-out.csv');
    const done = await line.run('import', file, '--project', project.id, '--rejections', rejections);
    expect(done.notes).toBe('');
    expect(done.exitCode).toBe(0);
    expect(done.out).toContain('Format: trl_preference (JSON lines)');
    expect(done.out).toContain('Line 1: Question 1?');
    expect(done.out).toContain('3 items added from 4 rows; 0 there already; 1 row left out.');
    expect(readFileSync(rejections, 'utf8')).toMatch(/^line,[^\n]*\n3,/);
    expect(await count('items')).toBe(3);
  });

  it('adds nothing the second time, which is no failure', async () => {
    const done = await line.run('import', join(line.folder, 'rows.jsonl'), '--project', project.id);
    expect(done.exitCode).toBe(0);
    expect(done.out).toContain('0 items added from 4 rows; 3 there already');
  });

  it('finds the project by its name', async () => {
    const { out } = await line.run('projects', '--json');
    const [known] = JSON.parse(out) as { name: string }[];
    const file = write('more.jsonl', row(4));
    const done = await line.run('import', file, '--project', (known?.name ?? '').toUpperCase());
    expect(done.out).toContain('1 item added');
  });

  it('asks a person first, and writes nothing without a yes', async () => {
    line.answer = 'n';
    const file = write('asked.jsonl', row(5));
    expect(await line.run('import', file, '--project', project.id)).toMatchObject({
      exitCode: 1,
      notes: 'plumbline: Nothing was imported.',
    });
    line.answer = 'y';
    expect((await line.run('import', file, '--project', project.id)).exitCode).toBe(0);
    line.answer = null;
  });

  it('fails when nothing could be imported', async () => {
    const file = write('bad.jsonl', '{"prompt": "", "chosen": "a", "rejected": "b"}');
    const done = await line.run('import', file, '--project', project.id);
    expect(done).toMatchObject({ exitCode: 1, notes: 'plumbline: Nothing was imported.' });
    expect(done.out).toContain('line 1, prompt: The prompt is empty.');
  });

  it('takes a mapping as JSON', async () => {
    const file = write('mapped.csv', 'frage,eins,zwei', 'Warum?,Darum.,Weil es so ist.');
    const mapping = JSON.stringify({ prompt: 'frage', responses: ['eins', 'zwei'] });
    const done = await line.run('import', file, '--project', project.id, '--map', mapping);
    expect(done.notes).toBe('');
    expect(done.out).toContain('1 item added');
  });
});

describe('what was typed wrongly', () => {
  const ok = ['--project', 'x'];
  it.each<[string, string[], RegExp]>([
    ['no project', ['import', 'a.jsonl'], /required option '--project/],
    ['an unknown option', ['import', 'a.jsonl', ...ok, '--bogus'], /unknown option '--bogus'/],
    [
      'an unknown format',
      ['import', 'a.jsonl', ...ok, '--format', 'xml'],
      /no format "xml": choose one of hh_rlhf/,
    ],
    ['a broken mapping', ['import', 'a.jsonl', ...ok, '--map', '{'], /The mapping is not JSON/],
    ['a mapping that lacks its prompt', ['import', 'a.jsonl', ...ok, '--map', '{}'], /It looks like this/],
    [
      'a priority in words',
      ['import', 'a.jsonl', ...ok, '--priority', 'high'],
      /whole number from -1000 to 1000/,
    ],
    [
      'shares that do not make 100',
      ['export', ...ok, '--format', 'trl-kto', '--out', 'o', '--split', '90/5'],
      /make 100/,
    ],
    [
      'an unknown export',
      ['export', ...ok, '--format', 'xml', '--out', 'o'],
      /Allowed choices are trl-preference/,
    ],
    [
      'an unknown project',
      ['import', 'a.jsonl', '--project', 'Nowhere'],
      /no project "Nowhere".*Yours are "Project/,
    ],
    [
      'an unknown scope',
      ['local-key', '--email', 'a@b.org', '--scopes', 'all'],
      /no scope "all": choose from read/,
    ],
  ])('%s is said with the cure, and exits with 2', async (_name, words, message) => {
    const done = await line.run(...words);
    expect(done.notes).toMatch(message);
    expect(done.exitCode).toBe(2);
  });

  it('its version is the one of package.json, as the server says it, too', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await line.run('--version')).out).toBe(version);
    expect((await project.lead.client.call(readSession)).version).toBe(version);
  });

  it('a missing or an empty file is named', async () => {
    const empty = join(line.folder, 'empty.jsonl');
    writeFileSync(empty, '');
    const missing = await line.run('import', '/no/such/file', '--project', project.id);
    expect(missing.notes).toBe('plumbline: There is no file /no/such/file.');
    expect((await line.run('import', empty, '--project', project.id)).notes).toContain('is empty');
  });
});

describe('export', () => {
  it('downloads a checked folder and says what is in it', async () => {
    const annotator = await addPerson(server, { projectId: project.id, roles: ['annotator'] });
    const params = { projectId: project.id };
    const { assignments } = await annotator.client.call(takeHand, { params, body: {} });
    for (const { assignmentId } of assignments)
      await annotator.client.call(submitJudgment, {
        params: { ...params, assignmentId },
        body: { clientId: server.services.newId(), answers: validAnswers(), activeMs: 1_000 },
      });
    const out = join(line.folder, 'export');
    const words = ['export', '--project', project.id, '--format', 'trl-preference', '--out', out];
    const done = await line.run(...words, '--split', '100/0/0');
    expect(done.notes).toBe('');
    expect(done.exitCode).toBe(0);
    expect(done.out).toContain(`${assignments.length} rows from ${assignments.length} judged items`);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(['README.md', 'manifest.json']));
    expect(existsSync(`${out}.tmp`)).toBe(false);
    const again = await line.run(...words);
    expect(again).toMatchObject({ exitCode: 2 });
    expect(again.notes).toContain('add --replace');
    expect((await line.run(...words, '--replace')).exitCode).toBe(0);
  });

  it('fails without a row, and still leaves the files to look at', async () => {
    const bare = await addProject(server, { items: 1 });
    const own = createCommandLine(await environmentOf(server, bare.lead));
    const out = join(own.folder, 'none');
    mkdirSync(out);
    const words = ['export', '--project', bare.id, '--format', 'trl-preference', '--out', out];
    const done = await own.run(...words);
    expect(done.exitCode).toBe(1);
    expect(done.notes).toContain('No row was written');
    own.remove();
  });
});

describe('credentials', () => {
  it('are tried, stored for their owner alone, and then used', async () => {
    const { PLUMBLINE_URL = '', PLUMBLINE_API_KEY = '' } = await environmentOf(server, project.lead);
    const own = createCommandLine();
    const done = await own.run('login', PLUMBLINE_URL, '--api-key', PLUMBLINE_API_KEY);
    expect(done.out).toContain('as Lead');
    const path = join(own.folder, '.config', 'plumbline', 'credentials.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await own.run('projects')).out).toContain(project.id);
    // A stored key is for its own server only.
    own.environment['PLUMBLINE_URL'] = PLUMBLINE_URL.replace('127.0.0.1', 'localhost');
    expect((await own.run('projects')).notes).toContain('or none was sent');
    own.remove();
  });

  it('that are wrong are not stored', async () => {
    const own = createCommandLine();
    const done = await own.run('login', server.address, '--api-key', 'plb_wrong');
    expect(done.exitCode).toBe(1);
    expect(done.notes).toContain('key');
    expect(existsSync(join(own.folder, '.config'))).toBe(false);
    own.remove();
  });

  it('are not asked for where nobody sits', async () => {
    const own = createCommandLine();
    expect((await own.run('login', server.address)).exitCode).toBe(2);
    own.remove();
  });

  it('can be made on the server itself', async () => {
    const lead = await server.services.database.pool.query('select email from people where id = $1', [
      project.lead.id,
    ]);
    const url = new URL(server.services.config.databaseUrl ?? '');
    const own = createCommandLine({ DATABASE_URL: url.href, PLUMBLINE_URL: server.address });
    const { email } = lead.rows[0] as { email: string };
    const made = await own.run('local-key', '--email', email, '--scopes', 'read');
    expect(made.notes).toBe('');
    own.environment['PLUMBLINE_API_KEY'] = made.out;
    expect((await own.run('projects')).out).toContain(project.id);
    const file = write('scoped.jsonl', row(99));
    const refused = await own.run('import', file, '--project', project.id);
    expect(refused.notes).toContain(
      'This API key lacks the scope import: make one that has it under Settings.',
    );
    expect((await own.run('local-key', '--email', 'nobody@example.org')).notes).toContain('There is nobody');
    expect((await own.run('migrate')).out).toBe('The database is up to date.');
    own.remove();
  });
});

it('says what to do when no server answers', async () => {
  const own = createCommandLine({ PLUMBLINE_URL: 'http://127.0.0.1:9' });
  const done = await own.run('projects');
  expect(done.notes).toContain('The server cannot be reached');
  expect(done.exitCode).toBe(1);
  own.remove();
});

it('counts in the API what was imported', async () => {
  const { rows } = await project.lead.client.call(listItems, { params: { projectId: project.id } });
  expect(rows.length).toBe(await count('items'));
});
