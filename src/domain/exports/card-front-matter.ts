import type { Column, ColumnType } from './column.ts';
import type { ExportFormat, SplitName } from './export-format.ts';

export interface CardConfig {
  readonly configName: string;
  readonly columns: readonly Column[];
  /** Rows by split; splits without rows have no file and are not named. */
  readonly rows: Readonly<Record<SplitName, number>>;
}

export interface FrontMatter {
  readonly title: string;
  readonly format: ExportFormat;
  /** The first is shown by default. */
  readonly configs: readonly CardConfig[];
}

const tags: Readonly<Record<ExportFormat, readonly string[]>> = {
  'trl-preference': ['preference', 'dpo', 'trl'],
  'trl-reward': ['preference', 'reward-model', 'trl'],
  'trl-kto': ['kto', 'trl'],
  'openai-dpo': ['preference', 'dpo', 'openai'],
  'nemo-ranking': ['preference', 'ranking', 'nemo-rl'],
  ratings: ['regression', 'reward-model'],
  'trl-sft': ['sft', 'trl'],
  'trl-prompts': ['prompts', 'trl'],
  'trl-stepwise': ['process-reward-model', 'trl'],
  marks: ['error-marks', 'critique'],
  conversations: ['conversations', 'red-teaming'],
  annotations: ['annotations'],
};

/** The YAML at the head of a dataset card, from which the Hub and `datasets` learn files and column types. */
export function writeFrontMatter({ title, format, configs }: FrontMatter): string {
  const rows = configs.reduce(
    (sum, config) => sum + config.rows.train + config.rows.validation + config.rows.test,
    0,
  );
  return [
    '---',
    `pretty_name: ${quote(title)}`,
    `size_categories: [${sizeCategoryOf(rows)}]`,
    'annotations_creators: [expert-generated]',
    'task_categories: [text-generation]',
    `tags: [human-feedback, rlhf, ${tags[format].join(', ')}]`,
    'configs:',
    ...configs.flatMap((config, index) => writeConfig(config, index === 0)),
    'dataset_info:',
    ...configs.flatMap(({ configName, columns }) => [
      `- config_name: ${configName}`,
      '  features:',
      ...columns.flatMap((column) => writeFeature(column, '  ')),
    ]),
    '---',
  ].join('\n');
}

function writeConfig({ configName, rows }: CardConfig, isDefault: boolean): string[] {
  const splits = (['train', 'validation', 'test'] as const).filter((split) => rows[split] > 0);
  return [
    `- config_name: ${configName}`,
    ...(isDefault ? ['  default: true'] : []),
    splits.length === 0 ? '  data_files: []' : '  data_files:',
    ...splits.map((split) => `  - {split: ${split}, path: "${configName}/${split}-*"}`),
  ];
}

const dtypes = { string: 'string', int: 'int64', float: 'float64', bool: 'bool' } as const;

function writeFeature({ name, type }: Column, indent: string): string[] {
  return [`${indent}- name: ${name}`, ...writeType(type, `${indent}  `)];
}

function writeType(type: ColumnType, indent: string): string[] {
  if (typeof type === 'string') return [`${indent}dtype: ${dtypes[type]}`];
  if ('struct' in type)
    return [`${indent}struct:`, ...type.struct.flatMap((column) => writeFeature(column, indent))];
  const element = type.list;
  if (typeof element === 'string') return [`${indent}list: ${dtypes[element]}`];
  if ('list' in element) return [`${indent}list:`, ...writeType(element, `${indent}  `)];
  return [`${indent}list:`, ...element.struct.flatMap((column) => writeFeature(column, indent))];
}

/** A JSON string is a YAML string; with the escapes for line breaks of every kind. */
function quote(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll('\u0085', '\\u0085');
}

function sizeCategoryOf(rows: number): string {
  const steps: readonly [number, string][] = [
    [1_000, 'n<1K'],
    [10_000, '1K<n<10K'],
    [100_000, '10K<n<100K'],
    [1_000_000, '100K<n<1M'],
    [10_000_000, '1M<n<10M'],
  ];
  return steps.find(([limit]) => rows < limit)?.[1] ?? '10M<n<100M';
}
