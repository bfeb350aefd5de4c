import { type Command, Option } from 'commander';
import { UsageError } from '#cli/command-errors.ts';
import { wholeNumber } from '#cli/import-options.ts';
import type { Terminal } from '#cli/terminal.ts';
import { count, number, table } from '#cli/words.ts';
import type { RankingGap } from '#stats/ranking/ranking-fit.ts';
import { estimateFromComparisons, estimateFromRankings } from './estimate-ranking.ts';
import {
  type Estimate,
  type RankMethod,
  type RankReport,
  type RankRequest,
  rankMethods,
  toRankReport,
} from './rank-report.ts';
import { comparisonColumns, readComparisons } from './read-comparisons.ts';
import { rankingColumns, readRankings } from './read-rankings.ts';
import { readStatsTable } from './read-stats-table.ts';

interface RankOptions {
  readonly method: RankMethod;
  readonly l2?: number;
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly json?: boolean;
}

/** `plumbline stats rank`: scores of what was compared or ranked. */
export function addRank(stats: Command, terminal: Terminal): void {
  stats
    .command('rank')
    .description('scores of models or responses from comparisons and rankings')
    .argument(
      '<file>',
      'CSV or Parquet with the columns left, right, winner (left, right or tie), or for plackett-luce the column ranking (a>b=c); - for standard input',
    )
    .addOption(new Option('--method <name>', 'the model').choices(rankMethods).default('bradley-terry'))
    .option('--l2 <number>', 'a prior: adds so much times the sum of squared scores to the loss', readPrior)
    .option(
      '--bootstrap <number>',
      'intervals from so many resamples; of annotators, where the file has the column annotator',
      wholeNumber({ name: '--bootstrap', min: 1, max: 1_000_000 }),
    )
    .option(
      '--seed <number>',
      'for the same resamples again; 1 where left out',
      wholeNumber({ name: '--seed', min: 0, max: Number.MAX_SAFE_INTEGER }),
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nA score is the natural logarithm of a worth, with mean zero: exp(a - b) are the odds of a against b.\nTies count as half a win each in bradley-terry and elo. Without --l2 there are no scores where wins do not\njoin all items; what keeps them apart is listed.',
    )
    .action(async (file: string, options: RankOptions) => {
      const request = toRequest(options);
      const { estimate, names } = await measure(file, { request, terminal });
      const report = toRankReport(estimate, { names, method: request.method });
      if (options.json === true) terminal.say(JSON.stringify(report));
      else show(terminal, report);
      if (estimate.resamplesWithoutScores > 0)
        terminal.note(
          `${number(estimate.resamplesWithoutScores)} of ${count(request.bootstrap?.resamples ?? 0, 'resample')} had no scores and were left out, so the intervals are too narrow. Use --l2.`,
        );
    });
}

function readPrior(given: string): number {
  const prior = Number(given);
  if (given.trim() !== '' && prior > 0 && prior < Infinity) return prior;
  throw new UsageError(`--l2 is "${given}": give a number above 0, such as 0.1.`);
}

function toRequest({ method, l2, bootstrap, seed }: RankOptions): RankRequest {
  if (l2 !== undefined && method === 'elo')
    throw new UsageError('--l2 has no use for elo, which has no likelihood. Leave it out.');
  if (seed !== undefined && bootstrap === undefined)
    throw new UsageError('--seed has no use without --bootstrap. Add --bootstrap 1000, or leave it out.');
  return {
    method,
    l2: l2 ?? 0,
    bootstrap: bootstrap === undefined ? null : { resamples: bootstrap, seed: seed ?? 1 },
  };
}

async function measure(
  file: string,
  { request, terminal }: { readonly request: RankRequest; readonly terminal: Terminal },
): Promise<{ estimate: Estimate; names: readonly string[] }> {
  const standardInput = () => terminal.readInput();
  if (request.method === 'plackett-luce') {
    const read = readRankings(await readStatsTable({ file, columns: rankingColumns, standardInput }));
    return { estimate: estimateFromRankings(read, request), names: read.names };
  }
  const read = readComparisons(await readStatsTable({ file, columns: comparisonColumns, standardInput }));
  return { estimate: estimateFromComparisons(read, request), names: read.names };
}

const reasons: Readonly<Record<RankingGap, string>> = {
  no_comparisons: 'nothing was compared.',
  not_connected: 'wins do not join all items both ways. Collect comparisons between the groups, or use --l2.',
  separated: 'ties and distances run away together. Collect more comparisons, or use --l2.',
  features_not_identified: 'the data do not determine them. Use --l2.',
  only_ties: 'there are nothing but ties. Use bradley-terry.',
};

function show(terminal: Terminal, report: RankReport): void {
  const { connected, ties } = report;
  if (report.undefined !== null) terminal.say(`There are no scores: ${reasons[report.undefined]}`);
  if (connected !== true)
    for (const [place, group] of connected.entries())
      terminal.say(`  group ${place + 1}: ${group.join(', ')}`);
  if (report.undefined !== null) return;
  const rows = Object.entries(report.scores)
    .toSorted(([, one], [, other]) => (other.score ?? 0) - (one.score ?? 0))
    .map(([name, { score, interval }], place) => [
      String(place + 1),
      name,
      (score ?? 0).toFixed(4),
      interval === null ? '' : `95 % interval ${interval[0].toFixed(4)} to ${interval[1].toFixed(4)}`,
    ]);
  for (const line of table(rows)) terminal.say(line);
  if (ties !== undefined && ties !== null)
    terminal.say(`${report.method === 'davidson' ? 'nu' : 'eta'}, the parameter of ties: ${ties.toFixed(4)}`);
}
