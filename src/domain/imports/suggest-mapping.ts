import { maxResponsesPerItem } from '#domain/items/item.ts';
import { findSuffixPair } from './find-suffix-pair.ts';
import { fieldOf, type JsonRecord, labelOf, listOf } from './json-record.ts';
import type { ColumnMapping, ResponseColumns, ResponseList, VerdictReading } from './mapping.ts';

const promptNames = [
  'prompt',
  'instruction',
  'question',
  'query',
  'context',
  'messages',
  'conversation',
  'input',
  'post',
];
const systemNames = ['system', 'system_prompt', 'system_message'];
const idNames = ['id', 'uuid', 'key', 'prompt_id', 'question_id', 'row_id', 'item_id'];
const domainNames = ['domain', 'category', 'topic', 'subset'];
const languageNames = ['language', 'lang'];
const verdictNames = [
  'winner',
  'preference',
  'preferred',
  'verdict',
  'choice',
  'better',
  'label',
  'chosen_index',
];
const listNames = [
  'responses',
  'completions',
  'answers',
  'outputs',
  'candidates',
  'generations',
  'summaries',
];
const singleNames = ['response', 'answer', 'completion', 'output', 'reply', 'text'];
const numberedName =
  /^(?:response|answer|completion|output|reply|candidate|summary|text)[ _-]?([0-9]+|[a-i])$/i;

function firstNamed(columns: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = columns.find((column) => column.toLowerCase() === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A ticket, or whatever else ends like an id, and is another one in every row. */
const idLike = /^ticket(?:[ _-]?(?:no|nr|number))?$|[ _-]id$/i;
const idLikeInCamelCase = /[a-z]I[dD]$/;

function suggestId(columns: readonly string[], rows: readonly JsonRecord[]): string | undefined {
  const isDistinct = (column: string) => {
    const cells = rows.map((row) => labelOf(fieldOf(row, column)));
    return cells.every((cell) => cell !== undefined) && new Set(cells).size === rows.length;
  };
  return (
    firstNamed(columns, idNames) ??
    columns.filter((column) => idLike.test(column) || idLikeInCamelCase.test(column)).find(isDistinct)
  );
}

function suggestResponseColumns(
  columns: readonly string[],
  rows: readonly JsonRecord[],
): ResponseColumns | null {
  const numbered = columns.filter((column) => numberedName.test(column)).slice(0, maxResponsesPerItem);
  const pair = ['chosen', 'rejected'].filter((column) => columns.includes(column));
  const single = firstNamed(columns, singleNames);
  const sides = findSuffixPair(columns, rows);
  const found =
    [numbered, pair, sides?.columns ?? []].find(({ length }) => length > 1) ?? [single ?? []].flat();
  if (found.length === 0) return null;
  const models = found.map((column, index) => {
    const suffix = numberedName.exec(column)?.[1] ?? sides?.suffixes[index];
    return (
      firstNamed(columns, [
        `${column}_model`.toLowerCase(),
        `model_${suffix}`.toLowerCase(),
        `model${suffix}`,
      ]) ?? null
    );
  });
  return { kind: 'columns', columns: found, ...(models.some((model) => model !== null) ? { models } : {}) };
}

function suggestResponseList(columns: readonly string[], rows: readonly JsonRecord[]): ResponseList | null {
  const column = firstNamed(columns, listNames);
  if (column === undefined || !rows.some((row) => listOf(fieldOf(row, column)))) return null;
  const modelsColumn = firstNamed(columns, ['models', 'model_names']);
  return { kind: 'list', column, ...(modelsColumn === undefined ? {} : { modelsColumn }) };
}

function suggestReading(
  values: readonly string[],
  responseColumns: readonly string[],
): VerdictReading | null {
  if (values.length === 0) return null;
  if (values.some((value) => responseColumns.includes(value))) return 'column_name';
  if (values.some((value) => /^[a-i]$/i.test(value))) return 'letter';
  if (!values.some((value) => /^[0-9]$/.test(value))) return null;
  return values.includes('0') ? 'index_from_0' : 'index_from_1';
}

/** Guesses a mapping by the usual names. What cannot be guessed stays empty for a person to choose. */
export function suggestMapping(columns: readonly string[], rows: readonly JsonRecord[]): ColumnMapping {
  const responses = suggestResponseList(columns, rows) ??
    suggestResponseColumns(columns, rows) ?? { kind: 'columns', columns: [] };
  const verdictColumn = firstNamed(columns, verdictNames);
  const cells = rows.flatMap((row) =>
    verdictColumn === undefined ? [] : (labelOf(fieldOf(row, verdictColumn)) ?? []),
  );
  const reading = suggestReading(cells, responses.kind === 'columns' ? responses.columns : []);
  const optional = {
    system: firstNamed(columns, systemNames),
    id: suggestId(columns, rows),
    domain: firstNamed(columns, domainNames),
    language: firstNamed(columns, languageNames),
  };
  const found = Object.entries(optional).filter(([, column]) => column !== undefined);
  return {
    prompt: firstNamed(columns, promptNames) ?? '',
    responses,
    ...(Object.fromEntries(found) as Partial<Record<keyof typeof optional, string>>),
    ...(verdictColumn !== undefined && reading ? { verdict: { column: verdictColumn, reading } } : {}),
  };
}
