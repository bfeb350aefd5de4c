import { type Command, Option } from 'commander';
import { wholeNumber } from '#cli/import-options.ts';
import type { Terminal } from '#cli/terminal.ts';
import { count, table } from '#cli/words.ts';
import {
  type AgreementOptions,
  agreementMetrics,
  levels,
  readCategories,
  toRequest,
} from './agreement-request.ts';
import { type AgreementReport, measureAgreement } from './measure-agreement.ts';
import { ratingColumns, readRatings } from './read-ratings.ts';
import { readStatsTable } from './read-stats-table.ts';

/** `plumbline stats agreement`: how far annotators agree, from a table of what each said. */
export function addAgreement(stats: Command, terminal: Terminal): void {
  stats
    .command('agreement')
    .description('how far annotators agree')
    .argument('<file>', 'CSV or Parquet with the columns item, annotator, value; - for standard input')
    .addOption(new Option('--metric <name>', 'what to measure').choices(agreementMetrics).default('alpha'))
    .addOption(new Option('--level <level>', 'the scale of alpha; nominal where left out').choices(levels))
    .option('--categories <list>', 'the whole scale in its order, such as bad,fair,good', readCategories)
    .option(
      '--bootstrap <number>',
      'the interval from so many resamples of the items',
      wholeNumber({ name: '--bootstrap', min: 1, max: 1_000_000 }),
    )
    .option(
      '--seed <number>',
      'for the same resamples again; 1 where left out',
      wholeNumber({ name: '--seed', min: 0, max: Number.MAX_SAFE_INTEGER }),
    )
    .option('--json', 'as JSON')
    .action(async (file: string, options: AgreementOptions) => {
      const request = toRequest(options);
      const read = await readStatsTable({ file, columns: ratingColumns, standardInput: terminal.readInput });
      const report = measureAgreement(readRatings(read, request.categories), request);
      if (options.json === true) terminal.say(JSON.stringify(report));
      else show(terminal, report);
    });
}

function show(terminal: Terminal, report: AgreementReport): void {
  const { value, interval } = report;
  terminal.say(
    `${count(report.judgments, 'value')} by ${count(report.annotators, 'annotator')} on ${count(report.items, 'item')}.`,
  );
  const rows = [
    [
      `${report.metric}, ${report.level}`,
      value === null ? `undefined (${report.undefined})` : value.toFixed(4),
      interval === null ? '' : `95 % interval ${interval[0].toFixed(4)} to ${interval[1].toFixed(4)}`,
    ],
  ];
  for (const line of table(rows)) terminal.say(line);
}
