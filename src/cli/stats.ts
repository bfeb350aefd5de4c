import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import type { AlphaMetric } from '#stats/agreement/metric-sums.ts';
import { percentAgreement } from '#stats/agreement/percent-agreement.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { UsageError } from './command-errors.ts';
import { readUnitValues, type UnitTable } from './read-unit-values.ts';
import type { Terminal } from './terminal.ts';
import { count, table } from './words.ts';

/** `plumbline stats`: how far people agree, from a table of what each said. */
export function addStats(program: Command, terminal: Terminal): void {
  program
    .command('stats')
    .description(
      "percent agreement and Krippendorff's alpha of a CSV with the columns unit, annotator, value",
    )
    .argument('<file>', 'the CSV file')
    .option('--json', 'as JSON')
    .action((file: string, options: { json?: boolean }) => {
      const measured = measure(readUnitValues(readText(file)));
      if (options.json === true) terminal.say(JSON.stringify(measured, null, 2));
      else show(terminal, measured);
    });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`There is no file ${file} that can be read.`);
  }
}

const seed = 1;
const resamples = 1_000;

function measure({ units, annotators, values, isNumeric }: UnitTable) {
  const metrics: readonly AlphaMetric[] = isNumeric ? ['nominal', 'ordinal', 'interval'] : ['nominal'];
  const agreement = percentAgreement(units);
  return {
    units: units.length,
    annotators,
    values,
    unitsWithTwoValues: agreement.units,
    percentAgreement: agreement.shareOfPairs,
    alphas: metrics.map((metric) => {
      const alpha = krippendorffAlpha({ units, metric });
      const interval = bootstrapAlpha({ units, metric, random: seededRandom(seed), resamples });
      return { metric, value: alpha.value, lower: interval.lower, upper: interval.upper };
    }),
  };
}

function show(terminal: Terminal, measured: ReturnType<typeof measure>): void {
  const { percentAgreement: agreement } = measured;
  terminal.say(
    `${count(measured.values, 'value')} by ${count(measured.annotators, 'person').replace('persons', 'people')} on ${count(measured.units, 'unit')}, ${measured.unitsWithTwoValues} of them with two or more.`,
  );
  terminal.say(
    agreement === null
      ? 'Nothing can be compared: no unit has two values.'
      : `Percent agreement: ${(agreement * 100).toFixed(1)} % of pairs.`,
  );
  const rows = measured.alphas.map(({ metric, value, lower, upper }) => [
    `  ${metric}`,
    value === null ? 'undefined (nothing varies, or nothing to compare)' : value.toFixed(3),
    lower === null || upper === null ? '' : `95 % interval ${lower.toFixed(3)} to ${upper.toFixed(3)}`,
  ]);
  terminal.say("Krippendorff's alpha:");
  for (const line of table(rows)) terminal.say(line);
}
