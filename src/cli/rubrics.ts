import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Project } from '#contract/projects.ts';
import { readRubricFile } from '#contract/read-rubric-file.ts';
import { writeRubricFile } from '#contract/rubric-file.ts';
import { publishRubric, readRubricVersion } from '#contract/rubrics.ts';
import { diffRubrics } from '#domain/rubrics/diff-rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { FailedError, UsageError } from './command-errors.ts';
import { addConnectionOptions, type ConnectionOptions, connect } from './connect.ts';
import { findProject } from './find-project.ts';
import { wholeNumber } from './import-options.ts';
import type { Terminal } from './terminal.ts';

interface ExportOptions extends ConnectionOptions {
  readonly project: string;
  readonly rubricVersion?: number;
  readonly out?: string;
  readonly replace?: boolean;
}

interface ImportOptions extends ConnectionOptions {
  readonly project: string;
  readonly note: string;
  readonly check?: boolean;
}

/** `plumbline rubrics export` and `import`: a rubric as a file. */
export function addRubrics(program: Command, terminal: Terminal): void {
  const rubrics = program
    .command('rubrics')
    .description('take a rubric out as a file, or publish one from a file');
  const out = rubrics
    .command('export')
    .description('write the rubric of a project as a JSON file')
    .requiredOption('--project <id or name>', 'the project')
    .option(
      '--rubric-version <number>',
      'an earlier version than the one in use',
      wholeNumber({ name: '--rubric-version', min: 1, max: 2_147_483_647 }),
    )
    .option('--out <file>', 'where to put it; printed where this is left out')
    .option('--replace', 'replace the file if it exists');
  addConnectionOptions(out).action((options: ExportOptions) => exportRubric(terminal, options));
  const into = rubrics
    .command('import')
    .description('publish the rubric of a file as the next version')
    .argument('<file>', 'a rubric file')
    .requiredOption('--project <id or name>', 'the project')
    .option('--note <text>', 'why, shown with the version', '')
    .option('--check', 'only tell how it differs');
  addConnectionOptions(into).action((file: string, options: ImportOptions) =>
    importRubric(terminal, { file, ...options }),
  );
}

async function exportRubric(terminal: Terminal, options: ExportOptions): Promise<void> {
  const { out } = options;
  if (out !== undefined && options.replace !== true && existsSync(out))
    throw new UsageError(`${out} exists already: choose another file, or add --replace.`);
  const client = connect(terminal, options);
  const project = await findProject(client, options.project);
  const version = options.rubricVersion ?? project.rubricVersion;
  const found = await client.call(readRubricVersion, { params: { projectId: project.id, version } });
  const origin = new URL(client.urlOf(readRubricVersion, { params: { projectId: project.id, version } }))
    .origin;
  const content = writeRubricFile(found.rubric as Rubric, { origin, name: project.name });
  if (out === undefined) return terminal.say(content.trimEnd());
  await writeFile(out, content);
  terminal.say(`Version ${version} of the rubric of "${project.name}" is in ${out}.`);
}

async function importRubric(
  terminal: Terminal,
  { file, ...options }: ImportOptions & { readonly file: string },
): Promise<void> {
  const rubric = await readSoundRubric(terminal, file);
  const client = connect(terminal, options);
  const project = await findProject(client, options.project);
  const params = { projectId: project.id };
  const published = await client.call(readRubricVersion, {
    params: { ...params, version: project.rubricVersion },
  });
  const changes = diffRubrics(published.rubric as Rubric, rubric);
  if (changes.length === 0) return terminal.say(sameWords(project));
  for (const { text } of changes) terminal.say(`  ${text}`);
  if (options.check === true) return terminal.say('Nothing was published.');
  const body = { rubric, note: options.note, basedOn: project.rubricVersion };
  const { version } = await client.call(publishRubric, { params, body });
  terminal.say(`Published as version ${version} of the rubric of "${project.name}".`);
}

function sameWords({ rubricVersion, name }: Project): string {
  return `The file holds version ${rubricVersion} of the rubric of "${name}": there is nothing to publish.`;
}

/** The rubric of a file without any contradiction; everything that is wrong is told first. */
async function readSoundRubric(terminal: Terminal, file: string): Promise<Rubric> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}.`,
    );
  });
  const read = readRubricFile(content);
  const places = read.kind === 'unreadable' ? read.places : read.contradictions;
  for (const { message } of places) terminal.note(message);
  if (read.kind === 'unreadable')
    throw new FailedError(`${file} holds no rubric that can be read. Nothing was published.`);
  if (places.length > 0) throw new FailedError(`${file} contradicts itself. Nothing was published.`);
  return read.rubric;
}
