import { type Command, Option } from 'commander';
import { wholeNumber } from '#cli/import-options.ts';
import type { Terminal } from '#cli/terminal.ts';
import { count, table } from '#cli/words.ts';
import {
  type AgreementOptions,
  agreementMetrics,
  iccForms,
  levels,
  readCategories,
  toRequest,
  weightKinds,
} from './agreement-request.ts';
import { type AgreementResult, measureAgreement } from './measure-agreement.ts';
import { ratingColumns, readRatings } from './read-ratings.ts';
import { readStatsTable } from './read-stats-table.ts';

const more = `
scott, cohen, kendall-tau and spearman are for two annotators. With more, they are refused unless --pairs is given;
the value is then the mean over all pairs that share items. percent is the mean over items of the share of agreeing
pairs. The interval holds 95 %: by formula for percent, scott, cohen, fleiss, conger, ac, brennan-prediger and icc,
by --bootstrap for all; otherwise there is none. Where a measure is undefined, a code says why: there is no made-up
1 or 0.`;

/** `plumbline stats agreement`: how far annotators agree, from a table of what each said. */
export function addAgreement(stats: Command, terminal: Terminal): void {
  stats
    .command('agreement')
    .description('how far annotators agree')
    .argument('<file>', 'CSV or Parquet with the columns item, annotator, value; - for standard input')
    .addOption(new Option('--metric <name>', 'what to measure').choices(agreementMetrics).default('alpha'))
    .addOption(new Option('--level <level>', 'the scale of alpha; nominal where left out').choices(levels))
    .addOption(new Option('--weights <kind>', 'near misses count in part (kappas, ac)').choices(weightKinds))
    .option('--categories <list>', 'the whole scale in its order, such as bad,fair,good', readCategories)
    .addOption(
      new Option('--icc <form>', 'which intraclass correlation; 2,1 where left out').choices(iccForms),
    )
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
    .option('--pairs', 'every two annotators too')
    .option('--json', 'as JSON')
    .addHelpText('after', more)
    .action(async (file: string, options: AgreementOptions) => {
      const request = toRequest(options);
      const read = await readStatsTable({ file, columns: ratingColumns, standardInput: terminal.readInput });
      const result = measureAgreement(readRatings(read, request.categories), request);
      for (const remark of result.remarks) terminal.note(remark);
      if (options.json === true) terminal.say(JSON.stringify(result.report));
      else show(terminal, result);
    });
}

function show(terminal: Terminal, { report }: AgreementResult): void {
  const { metric, level, weights, value, interval, pairs } = report;
  terminal.say(
    `${count(report.judgments, 'value')} by ${count(report.annotators, 'annotator')} on ${count(report.items, 'item')}.`,
  );
  const kind = weights === 'none' ? (metric === 'alpha' ? `, ${level}` : '') : `, ${weights} weights`;
  const row = [
    `${metric}${kind}`,
    value === null ? `undefined (${report.undefined})` : value.toFixed(4),
    interval === null ? '' : `95 % interval ${interval[0].toFixed(4)} to ${interval[1].toFixed(4)}`,
  ];
  const others = (pairs ?? []).map((pair) => [
    `  ${pair.a} and ${pair.b}`,
    pair.value === null ? 'undefined' : pair.value.toFixed(4),
    count(pair.items, 'item'),
  ]);
  for (const line of table([row, ...others])) terminal.say(line);
}
