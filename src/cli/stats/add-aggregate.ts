import { type Command, Option } from 'commander';
import { wholeNumber } from '#cli/import-options.ts';
import type { Terminal } from '#cli/terminal.ts';
import { count, table } from '#cli/words.ts';
import type { TieRule } from '#stats/aggregation/agreement-with-labels.ts';
import type { FitWarning } from '#stats/aggregation/fit-warnings.ts';
import {
  type AggregationMethod,
  aggregationMethods,
  type Estimate,
  estimateLabels,
  mostIterations,
} from './estimate-labels.ts';
import { labelColumns, type NamedLabels, readLabels } from './read-labels.ts';
import { readStatsTable } from './read-stats-table.ts';
import { type AggregationReport, type ItemReport, reportLabels } from './report-labels.ts';

const tieRules = { split: 'split', 'left-out': 'left_out', lowest: 'lowest' } as const satisfies Record<
  string,
  TieRule
>;

interface Options {
  readonly method: AggregationMethod;
  readonly iterations?: number;
  readonly ties?: keyof typeof tieRules;
  readonly json?: boolean;
}

const moreHelp = `
A tie, where labels share the highest probability, has "label": null and "tie" with the labels that share it.
Repeated labels of one annotator on an item count each. Nothing is random: the same labels give the same answer.
reliability: majority and wawa, the share of labels that lead; dawid-skene, one-coin and glad, the expected share that
is right; mace, the share given after looking at the item. The interval is for 95 %.`;

/** `plumbline stats aggregate`: true labels and annotators' reliability, from a table of labels. */
export function addAggregate(stats: Command, terminal: Terminal): void {
  stats
    .command('aggregate')
    .description('one label for each item, with probabilities, and how reliable annotators are')
    .argument('<file>', 'CSV or Parquet with the columns item, annotator, label; - for standard input')
    .addOption(
      new Option('--method <name>', 'how to aggregate').choices(aggregationMethods).makeOptionMandatory(),
    )
    .option(
      '--iterations <number>',
      'exactly so many, from vote shares; each estimates labels, then annotators; until settled where left out',
      wholeNumber({ name: '--iterations', min: 0, max: 1_000_000 }),
    )
    .addOption(
      new Option(
        '--ties <rule>',
        'how a tied vote counts for reliability in majority and wawa: split where left out; lowest, for the first label in order, as other programs do',
      ).choices(Object.keys(tieRules)),
    )
    .option('--json', 'as JSON')
    .addHelpText('after', moreHelp)
    .action(async (file: string, options: Options) => {
      const read = await readStatsTable({ file, columns: labelColumns, standardInput: terminal.readInput });
      const named = readLabels(read);
      const { method, iterations } = options;
      const estimate = estimateLabels(named.labels, {
        method,
        iterations,
        ties: tieRules[options.ties ?? 'split'],
      });
      if (named.labels.label.length === 0) terminal.note('plumbline: The file holds no labels.');
      for (const note of notesOn(estimate, options)) terminal.note(`plumbline: ${note}`);
      const report = reportLabels(named, { method, estimate });
      if (options.json === true) terminal.say(JSON.stringify(report));
      else show(terminal, { named, report });
    });
}

const warnings: Readonly<Record<FitWarning, string>> = {
  single_annotator: 'All labels are from one annotator, and are repeated as if certain.',
  no_overlap: 'No item has two labels: nothing can be compared, and reliability says nothing.',
  classes_may_be_switched:
    'Annotators mostly call one class by the name of another: classes may have changed places. Compare with majority.',
};

function notesOn(estimate: Estimate, { method, iterations, ties }: Options): string[] {
  const isVote = method === 'majority' || method === 'wawa';
  return [
    ...estimate.warnings.map((warning) => warnings[warning]),
    ...(estimate.converged === false
      ? [`Not settled after ${mostIterations} iterations. Ask for more with --iterations.`]
      : []),
    ...(isVote && iterations !== undefined ? [`--iterations has no use for ${method}.`] : []),
    ...(!isVote && ties !== undefined ? [`--ties has no use for ${method}.`] : []),
  ];
}

/** More lines than this are no longer read; --json has them all. */
const mostLines = 20;

function show(
  terminal: Terminal,
  { named, report }: { readonly named: NamedLabels; readonly report: AggregationReport },
): void {
  const { labels, items, annotators } = named;
  terminal.say(
    `${count(labels.label.length, 'label')} by ${count(annotators.length, 'annotator')} on ${count(items.length, 'item')}; ${report.method}, ${count(report.iterations, 'iteration')}.`,
  );
  for (const line of [...labelLines(named, report), ...annotatorLines(report), ...itemLines(report)])
    terminal.say(line);
}

function labelLines({ classes }: NamedLabels, { items, priors }: AggregationReport): string[] {
  const counts = new Map<string | null, number>();
  for (const { label } of Object.values(items)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const undecided = counts.get(null) ?? 0;
  return table([
    ['label', 'items', priors === undefined ? '' : 'estimated share'],
    ...classes.map((name) => [
      `  ${name}`,
      String(counts.get(name) ?? 0),
      priors === undefined ? '' : (priors[name] ?? 0).toFixed(4),
    ]),
    ...(undecided > 0 ? [['  tie or none', String(undecided), '']] : []),
  ]);
}

function annotatorLines({ annotators }: AggregationReport): string[] {
  const sorted = Object.entries(annotators).sort(
    ([, first], [, second]) => (first.reliability ?? -1) - (second.reliability ?? -1),
  );
  const rows = sorted
    .slice(0, mostLines)
    .map(([name, { reliability, interval, labels }]) => [
      `  ${name}`,
      reliability === null ? 'undefined' : reliability.toFixed(4),
      interval === null ? '' : `${interval[0].toFixed(4)} to ${interval[1].toFixed(4)}`,
      String(labels),
    ]);
  return [
    ...table([['annotator', 'reliability', '95 % interval', 'labels'], ...rows]),
    ...more(sorted.length, 'annotator'),
  ];
}

function itemLines({ items }: AggregationReport): string[] {
  const highest = ({ posterior }: ItemReport) =>
    posterior === null ? 0 : Math.max(...Object.values(posterior));
  const sorted = Object.entries(items)
    .map(([name, item]) => ({ name, item, probability: highest(item) }))
    .sort((first, second) => first.probability - second.probability);
  const rows = sorted
    .slice(0, mostLines)
    .map(({ name, item, probability }) => [
      `  ${name}`,
      'tie' in item ? `tie of ${item.tie.join(', ')}` : (item.label ?? 'undefined'),
      item.posterior === null ? '' : probability.toFixed(4),
    ]);
  return [...table([['item', 'label', 'probability'], ...rows]), ...more(sorted.length, 'item')];
}

function more(all: number, noun: string): string[] {
  return all > mostLines ? [`  and ${count(all - mostLines, `more ${noun}`)}: see --json`] : [];
}
