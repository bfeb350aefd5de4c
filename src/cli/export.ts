import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ExportRun, exportFormat, readExport, startExport } from '#contract/exports.ts';
import { FailedError, UsageError } from './command-errors.ts';
import { addConnectionOptions, type ConnectionOptions, connect } from './connect.ts';
import { downloadExport } from './download-export.ts';
import { type ExportFlags, readShare, readSplit, toExportOptions } from './export-options.ts';
import { findProject } from './find-project.ts';
import { followRun } from './follow-run.ts';
import { wholeNumber } from './import-options.ts';
import type { Terminal } from './terminal.ts';
import { count, number } from './words.ts';

interface Options extends ConnectionOptions, ExportFlags {
  readonly project: string;
  readonly format: ExportRun['format'];
  readonly out: string;
  readonly parquet?: boolean;
  readonly replace?: boolean;
}

/** `plumbline export`: makes training data and downloads it. */
export function addExport(program: Command, terminal: Terminal): void {
  const command = program
    .command('export')
    .description('make training data of judgments and download it')
    .requiredOption('--project <id or name>', 'the project')
    .addOption(
      new Option('--format <format>', 'what to make').choices(exportFormat.options).makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'where to put it; must not exist yet')
    .option('--replace', 'replace the folder if it exists')
    .option('--parquet', 'Parquet instead of JSON lines')
    .addOption(new Option('--ties <what>', 'what becomes of ties').choices(['drop', 'separate', 'both_ways']))
    .addOption(new Option('--margin <scale>', 'margin from strength').choices(['small', 'large', 'none']))
    .option('--split <shares>', 'train/validation/test by prompt, such as 90/5/5', readSplit)
    .option('--salt <text>', 'salt of the split')
    .option(
      '--min-judgments <number>',
      'leave out items with fewer',
      wholeNumber({ name: '--min-judgments', min: 1, max: 50 }),
    )
    .option('--min-agreement <share>', 'leave out items with a smaller majority, 0 to 1', readShare)
    .option('--include-gold', 'with answers to tests on gold')
    .option('--rating-key <key>', 'the rating that orders responses')
    .option('--no-final-answers', 'let the votes decide also where an item was settled')
    .option('--model-names', 'write which model wrote what');
  addConnectionOptions(command).action((options: Options) => exportData(terminal, options));
}

async function exportData(terminal: Terminal, options: Options): Promise<void> {
  const folder = resolve(options.out);
  await refuseFull(folder, options);
  const client = connect(terminal, options);
  const { id: projectId } = await findProject(client, options.project);
  const first = await client.call(startExport, {
    params: { projectId },
    body: {
      format: options.format,
      parquet: options.parquet ?? false,
      options: toExportOptions(options),
    },
  });
  const run = await followRun({
    what: 'export',
    terminal,
    first,
    read: () => client.call(readExport, { params: { projectId, exportId: first.id } }),
    describe: describeRun,
  });
  if (run.state !== 'done') throw new FailedError(run.failure ?? `The export was ${run.state}.`);
  const temporary = `${folder}.tmp`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  await downloadExport({ terminal, client, projectId, run, folder: temporary });
  await putInPlace(temporary, folder);
  report(terminal, { run, out: options.out });
}

/** Checked before the work begins: it would be a pity to find out afterwards. */
async function refuseFull(folder: string, options: Options): Promise<void> {
  if (options.replace === true || !existsSync(folder)) return;
  const inside = await readdir(folder).catch(() => ['not a folder']);
  if (inside.length > 0)
    throw new UsageError(`${options.out} exists already: choose another folder, or add --replace.`);
}

function describeRun(run: ExportRun) {
  const rate = run.ratePerSecond === null ? '' : `, ${number(run.ratePerSecond)} items/s`;
  return {
    label: 'Exporting',
    share: run.itemsTotal > 0 ? run.itemsRead / run.itemsTotal : null,
    facts: `${count(run.rowsWritten, 'row')}${rate}`,
  };
}

/** The old folder goes only when the new one stands complete beside it. */
async function putInPlace(temporary: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const old = `${folder}.old`;
  if (existsSync(folder)) await rename(folder, old);
  await rename(temporary, folder);
  await rm(old, { recursive: true, force: true });
}

function report(terminal: Terminal, { run, out }: { run: ExportRun; out: string }): void {
  terminal.say(`${count(run.rowsWritten, 'row')} from ${count(run.itemsRead, 'judged item')}, in ${out}:`);
  for (const file of run.files)
    terminal.say(`  ${file.name}${file.rows > 0 ? ` (${count(file.rows, 'row')})` : ''}`);
  const drops = Object.entries(run.drops).filter(([, dropped]) => dropped > 0);
  for (const [reason, dropped] of drops)
    terminal.say(`  left out: ${number(dropped)} (${reason.replaceAll('_', ' ')})`);
  if (run.rowsWritten === 0)
    throw new FailedError(
      'No row was written: there is nothing to train on yet, or every item was left out.',
    );
}
