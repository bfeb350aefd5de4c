import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { type Command, Option } from 'commander';
import type { Client } from '#client/call.ts';
import {
  type ColumnMapping,
  downloadRejections,
  type ImportRun,
  listRejections,
  previewImport,
  readImport,
  startImport,
} from '#contract/imports.ts';
import { FailedError, UsageError } from './command-errors.ts';
import { addConnectionOptions, type ConnectionOptions, connect } from './connect.ts';
import { findProject } from './find-project.ts';
import { followRun } from './follow-run.ts';
import { type ImportFormat, readFormat, readMapping, wholeNumber } from './import-options.ts';
import { showPreview } from './show-preview.ts';
import type { Terminal } from './terminal.ts';
import { uploadFile } from './upload-file.ts';
import { count, number } from './words.ts';

interface Options extends ConnectionOptions {
  readonly project: string;
  readonly format?: ImportFormat;
  readonly map?: ColumnMapping;
  readonly pairs: 'all' | 'best_vs_worst';
  readonly priority: number;
  readonly yes?: boolean;
  readonly rejections?: string;
}

/** `plumbline import`: brings a file of preference data into a project. */
export function addImport(program: Command, terminal: Terminal): void {
  const command = program
    .command('import')
    .description('bring a file of preference data into a project')
    .argument('<file>', 'JSON lines, JSON, CSV or Parquet, also gzipped')
    .requiredOption('--project <id or name>', 'the project')
    .option('--format <format>', 'the format, where detection is wrong', readFormat)
    .option('--map <json or file>', 'which column holds what, for other files', readMapping)
    .addOption(
      new Option('--pairs <which>', 'which pairs to make of more than two responses')
        .choices(['all', 'best_vs_worst'])
        .default('all'),
    )
    .option(
      '--priority <number>',
      'higher comes first in the queue',
      wholeNumber({ name: '--priority', min: -1000, max: 1000 }),
      0,
    )
    .option('--rejections <file>', 'write the rows left out, with reasons, as CSV')
    .option('-y, --yes', 'do not ask');
  addConnectionOptions(command).action((file: string, options: Options) =>
    importFile({ terminal, file, options }),
  );
}

async function importFile({
  terminal,
  file,
  options,
}: {
  terminal: Terminal;
  file: string;
  options: Options;
}) {
  const client = connect(terminal, options);
  const { id: projectId, name } = await findProject(client, options.project);
  const uploadId = await uploadFile({ terminal, client, projectId, path: file });
  // Whoever says which column holds what does not want them recognised.
  const format = options.format ?? (options.map === undefined ? undefined : 'generic');
  const choices = { format, mapping: options.map, pairs: options.pairs };
  const preview = await client.call(previewImport, { params: { projectId, uploadId }, body: choices });
  showPreview(terminal, preview);
  if (preview.mismatch !== null) throw new FailedError('Nothing was imported.');
  if (!(await agrees(terminal, { options, name }))) throw new FailedError('Nothing was imported.');
  const first = await client.call(startImport, {
    params: { projectId },
    body: { uploadId, priority: options.priority, ...choices },
  });
  const run = await followRun({
    what: 'import',
    terminal,
    first,
    read: () => client.call(readImport, { params: { projectId, importId: first.id } }),
    describe: describeRun,
  });
  await report({ terminal, client, projectId, options }, run);
}

async function agrees(terminal: Terminal, asked: { options: Options; name: string }): Promise<boolean> {
  if (asked.options.yes === true || !terminal.isInteractive) return true;
  const answer = await terminal.ask(`Import this file into "${asked.name}"? [y/N] `);
  return /^y(es)?$/i.test(answer);
}

function describeRun(run: ImportRun) {
  const rate = run.ratePerSecond === null ? '' : `, ${number(run.ratePerSecond)} rows/s`;
  return {
    label: 'Importing',
    share: run.bytesTotal > 0 ? run.bytesRead / run.bytesTotal : null,
    facts: `${count(run.rowsRead, 'row')}${rate}`,
  };
}

interface Reporting {
  readonly terminal: Terminal;
  readonly client: Client;
  readonly projectId: string;
  readonly options: Options;
}

async function report(reporting: Reporting, run: ImportRun): Promise<void> {
  const { terminal } = reporting;
  terminal.say(
    `${count(run.itemsAdded, 'item')} added from ${count(run.rowsRead, 'row')}; ${number(run.duplicates)} there already; ${count(run.rejected, 'row')} left out.`,
  );
  if (run.verdicts > 0)
    terminal.say(
      `${count(run.verdicts, 'item')} came with a verdict: kept as provenance, and can be made gold in the web app.`,
    );
  await reportRejections(reporting, run);
  if (run.state === 'failed') throw new FailedError(run.failure ?? 'The import failed.');
  if (run.state === 'cancelled') throw new FailedError('The import was cancelled; what was added stays.');
  if (run.itemsAdded === 0 && run.duplicates === 0) throw new FailedError('Nothing was imported.');
}

const shownRejections = 5;

async function reportRejections(reporting: Reporting, run: ImportRun): Promise<void> {
  const { terminal, client, projectId, options } = reporting;
  const params = { projectId, importId: run.id };
  if (run.rejected > 0) {
    const { rows } = await client.call(listRejections, { params, query: { limit: shownRejections } });
    for (const { line, field, message } of rows)
      terminal.say(`  line ${line}${field === null ? '' : `, ${field}`}: ${message}`);
    if (run.rejected > rows.length && options.rejections === undefined)
      terminal.say(`  … and ${number(run.rejected - rows.length)} more: --rejections FILE writes them all.`);
  }
  if (options.rejections === undefined) return;
  const { body } = await client.open(downloadRejections, { params });
  if (body === null) throw new FailedError('The server sent no report.');
  await pipeline(Readable.fromWeb(body as WebStream), createWriteStream(options.rejections)).catch(
    (error: Error) => {
      throw new UsageError(`The report could not be written to ${options.rejections}: ${error.message}.`);
    },
  );
  terminal.say(`Report: ${options.rejections}`);
}
