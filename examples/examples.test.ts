import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import { createProject, updateProject } from '#contract/projects.ts';
import { type CommandLine, createCommandLine, environmentOf } from '#test/support/command-line.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let lead: TestPerson;
let line: CommandLine;
let examplesId: string;

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
/** What the page tells a reader to type, but for what needs a machine of its own. */
const commands = [...readme.matchAll(/^npx plumbline (?!local-key|login)(.*)$/gm)].map(
  (match) => match[1] ?? '',
);

beforeAll(async () => {
  server = await startTestServer();
  lead = await addPerson(server, { name: 'Lena', deploymentRole: 'lead' });
  examplesId = await create('Examples', 'pairwise_7_point');
  await create('Rated examples', 'helpsteer_five_attributes');
  line = createCommandLine(await environmentOf(server, lead));
});
afterAll(async () => {
  line.remove();
  await server.stop();
});

async function create(name: string, templateKey: string): Promise<string> {
  const project = await lead.client.call(createProject, { body: { name, templateKey, overlap: 1 } });
  await lead.client.call(updateProject, {
    params: { projectId: project.id },
    body: { revision: project.revision, state: 'open' },
  });
  return project.id;
}

/** Splits a command as a shell would; files of the page are found from the root, new ones go to the test's folder. */
function split(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  return words.map((word, index) => {
    if (word.startsWith('examples/')) return join(root, word);
    return ['--out', '--rejections'].includes(words[index - 1] ?? '') ? join(line.folder, word) : word;
  });
}

async function run(pattern: string): Promise<string> {
  const command = commands.find((candidate) => candidate.includes(pattern)) ?? '';
  const { exitCode, out, notes } = await line.run(...split(command));
  expect(notes).toBe('');
  expect(exitCode).toBe(0);
  return out;
}

async function judgeAll(): Promise<void> {
  const annotator = await addPerson(server, { projectId: examplesId, roles: ['annotator'] });
  const params = { projectId: examplesId };
  for (;;) {
    const { assignments } = await annotator.client.call(takeHand, { params, body: {} });
    if (assignments.length === 0) return;
    for (const { assignmentId } of assignments)
      await annotator.client.call(submitJudgment, {
        params: { ...params, assignmentId },
        body: { clientId: server.services.newId(), answers: validAnswers(), activeMs: 1_000 },
      });
  }
}

describe('the commands of the page', () => {
  it.each([
    ['harmless-transcripts', 'hh_rlhf', '12 items added from 12 rows'],
    ['preference-text', 'trl_preference', '12 items added from 12 rows'],
    ['preference-conversations', 'trl_preference', '12 items added from 12 rows'],
    ['support-answers', 'generic', '12 items added from 12 rows'],
    ['rated-responses', 'helpsteer2', '8 items added from 16 rows'],
  ])('import %s', async (name, format, added) => {
    const out = await run(`${name}.`);
    expect(out).toContain(`Format: ${format} `);
    expect(out).toContain(`${added}; 0 there already; 0 rows left out.`);
  });

  it('import what is good in a damaged file, and say what is not', async () => {
    const out = await run('damaged');
    expect(out).toMatch(/6 rows left out\./);
    const report = readFileSync(join(line.folder, 'left-out.csv'), 'utf8').trim().split('\r\n');
    expect(report.slice(1).map((row) => Number(row.split(',')[0]))).toEqual([3, 5, 6, 8, 9, 11]);
  });

  it('list the projects, and export what was judged', async () => {
    await judgeAll();
    expect(await run('projects')).toContain('Rated examples');
    expect(await run('trl-reward')).toMatch(/\d+ rows from \d+ judged items/);
    expect(await run('annotations')).toContain('.parquet');
    for (const folder of ['reward-data', 'judgments'])
      expect(existsSync(join(line.folder, folder, 'manifest.json'))).toBe(true);
  });

  it('measure agreement', async () => {
    expect(await run('stats')).toMatch(/alpha, interval +0\.\d{4} +95 % interval 0\.\d{4} to/);
  });

  it('are all run here', () => {
    expect(commands).toHaveLength(10);
  });
});
