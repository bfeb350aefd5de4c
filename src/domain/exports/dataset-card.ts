import { writeFrontMatter } from './card-front-matter.ts';
import { countOf, describeLengths, describeRecipe, describeUse } from './card-sections.ts';
import type { Column } from './column.ts';
import { dropReasons, dropReasonTexts } from './drop-reason.ts';
import { formatDescriptions, splitNames, tiesConfigName } from './export-format.ts';
import type { ExportTally } from './export-tally.ts';
import { tieColumns } from './format-columns.ts';
import type { Manifest } from './manifest.ts';

export interface CardAgreement {
  readonly label: string;
  /** Share of agreeing pairs of judgments, 0 to 1; null where no item has two. */
  readonly percentAgreement: number | null;
  readonly alpha: number | null;
}

export interface DatasetCardSource {
  readonly manifest: Manifest;
  readonly tally: ExportTally;
  /** The plan's columns. */
  readonly columns: readonly Column[];
  readonly agreement: readonly CardAgreement[];
}

/** Writes `README.md`: what is in an export, how it was made, and what to beware of. */
export function writeDatasetCard(source: DatasetCardSource): string {
  const { manifest } = source;
  const title = `${manifest.project.name} (${formatDescriptions[manifest.format].label})`;
  const sections = [
    `# ${escapeMarkdown(title)}`,
    `${formatDescriptions[manifest.format].summary} Judged by people in Plumbline ${manifest.madeWith.version}.`,
    writeCounts(manifest),
    `## How rows were made\n\n${describeRecipe(manifest).join('\n')}`,
    writeDrops(manifest),
    writeAgreement(source.agreement),
    describeLengths(manifest.format, source.tally),
    describeUse(manifest.format, source.tally),
    'Every file is listed in `manifest.json` with its rows, bytes and SHA-256.',
  ];
  const body = sections.filter((section) => section !== '').join('\n\n');
  return `${writeFrontMatter({ title, format: manifest.format, configs: listConfigs(manifest, source.columns) })}\n\n${body}\n`;
}

function listConfigs({ format, counts }: Manifest, columns: readonly Column[]) {
  const main = {
    configName: formatDescriptions[format].configName,
    columns,
    rows: counts.rows,
  };
  const hasTies = splitNames.some((split) => counts.ties[split] > 0);
  return hasTies ? [main, { configName: tiesConfigName, columns: tieColumns, rows: counts.ties }] : [main];
}

function writeCounts(manifest: Manifest): string {
  const { counts, judgedUntil, rubricVersions, guidelineVersions } = manifest;
  const hasTies = splitNames.some((split) => counts.ties[split] > 0);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const versions = (numbers: readonly number[]) => (numbers.length === 0 ? 'none' : numbers.join(', '));
  return [
    '## Counts\n',
    row(hasTies ? ['split', 'rows', 'ties'] : ['split', 'rows']),
    row(hasTies ? ['---', '---:', '---:'] : ['---', '---:']),
    ...splitNames.map((split) =>
      row(hasTies ? [split, counts.rows[split], counts.ties[split]] : [split, counts.rows[split]]),
    ),
    `\nFrom ${countOf(counts.judgments, 'judgment')} of ${countOf(counts.items, 'item')} by ${countOf(counts.annotators, 'annotator')}${judgedUntil === null ? '' : `, until ${judgedUntil}`}.`,
    ...describeSettled(counts, manifest),
    ...describeGold(counts),
    `Rubric versions: ${versions(rubricVersions)}. Guideline versions: ${versions(guidelineVersions)}.`,
  ].join('\n');
}

/** How many items have a final answer, and what it does here. */
function describeSettled({ settled }: Manifest['counts'], { options, format }: Manifest): string[] {
  if (settled === 0) return [];
  const items = `${countOf(settled, 'item')} ${settled === 1 ? 'has' : 'have'} a final answer`;
  if (format === 'annotations') return [`${items}: see \`final_answer\`.`];
  return options.finalAnswers
    ? [`${items}, which decides in place of the votes.`]
    : [`${items}, which was left aside: the votes decide.`];
}

/** What became of the answers to tests on gold. */
function describeGold({ gold }: Manifest['counts']): string[] {
  if (gold.judgments === 0) return [];
  const answers = `${countOf(gold.judgments, 'answer')} to tests on ${countOf(gold.items, 'gold item')}`;
  return [gold.included ? `With ${answers}.` : `Without ${answers}.`];
}

function writeDrops({ drops }: Manifest): string {
  const seen = dropReasons.filter((reason) => drops[reason] > 0);
  if (seen.length === 0) return '## Left out\n\nNothing was left out.';
  const rows = seen.map((reason) => `| ${dropReasonTexts[reason]} | \`${reason}\` | ${drops[reason]} |`);
  return ['## Left out\n', '| reason | code | count |', '| --- | --- | ---: |', ...rows].join('\n');
}

function writeAgreement(agreement: readonly CardAgreement[]): string {
  if (agreement.length === 0) return '';
  const percent = (value: number | null) =>
    value === null ? 'not enough judgments' : `${(value * 100).toFixed(1)} %`;
  const alpha = (value: number | null) => (value === null ? 'undefined' : value.toFixed(3));
  const rows = agreement.map(
    (one) => `| ${escapeMarkdown(one.label)} | ${percent(one.percentAgreement)} | ${alpha(one.alpha)} |`,
  );
  const head = [
    '## Agreement\n',
    '| criterion | agreeing pairs | Krippendorff’s alpha |',
    '| --- | ---: | ---: |',
  ];
  return [...head, ...rows].join('\n');
}

/** Names come from people: they must not become markup, table cells or further lines. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
