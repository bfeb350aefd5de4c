import type { ColumnMapping } from '#contract/imports.ts';
import { say } from '#web/messages/say.ts';

/** Where one column of a file goes. */
export const columnUses = [
  'prompt',
  'system',
  'response',
  'responses_list',
  'model',
  'key',
  'domain',
  'verdict',
  'metadata',
] as const;
export type ColumnUse = (typeof columnUses)[number];

export const verdictReadings = ['index_from_0', 'index_from_1', 'letter', 'column_name'] as const;

const single = {
  prompt: 'prompt',
  system: 'system',
  responses_list: 'responsesColumn',
  key: 'key',
  domain: 'domain',
  verdict: 'verdict',
} as const;
type SingleUse = keyof typeof single;

const emptyMapping: ColumnMapping = { prompt: '', responses: [], models: [], metadata: [] };

/** What a mapping does with a column; what it does not name is kept as metadata. */
export function columnUse(mapping: ColumnMapping, column: string): ColumnUse {
  const found = (Object.keys(single) as SingleUse[]).find((use) => mapping[single[use]] === column);
  if (found !== undefined) return found;
  if (mapping.responses.includes(column)) return 'response';
  return mapping.models.includes(column) ? 'model' : 'metadata';
}

function without(mapping: ColumnMapping, column: string): ColumnMapping {
  const others = (columns: readonly string[]) => columns.filter((other) => other !== column);
  const kept = Object.fromEntries(
    Object.entries(mapping).filter(([, value]) => value !== column && value !== undefined),
  ) as Partial<ColumnMapping>;
  return {
    ...emptyMapping,
    ...kept,
    responses: others(mapping.responses),
    models: others(mapping.models),
    metadata: others(mapping.metadata),
  };
}

/** The columns of the file in its own order, so that "response 1" is the first of them. */
function inFileOrder(chosen: readonly string[], columns: readonly string[]): string[] {
  return columns.filter((column) => chosen.includes(column));
}

/** Another use for one column. A use that only one column can have is taken from the column that had it. */
export function assignColumn(
  mapping: ColumnMapping,
  { column, use, columns }: { column: string; use: ColumnUse; columns: readonly string[] },
): ColumnMapping {
  const rest = without(mapping, column);
  if (use === 'metadata') {
    // No list at all means that every column that nothing else takes is kept.
    return rest.verdict === undefined ? dropVerdict(rest) : rest;
  }
  if (use === 'response') {
    const { responsesColumn: _list, ...columnsOnly } = rest;
    return { ...columnsOnly, responses: inFileOrder([...rest.responses, column], columns) };
  }
  if (use === 'model') return { ...rest, models: inFileOrder([...rest.models, column], columns) };
  if (use === 'responses_list') return { ...rest, responses: [], responsesColumn: column };
  const next = { ...rest, [single[use]]: column };
  return next.verdict === undefined ? dropVerdict(next) : { ...next, verdictAs: next.verdictAs ?? 'letter' };
}

function dropVerdict({ verdict: _column, verdictAs: _reading, ...rest }: ColumnMapping): ColumnMapping {
  return rest;
}

/** What is missing before rows can be read, in words; the server checks the rest. */
export function listMissing(mapping: ColumnMapping): readonly string[] {
  return [
    ...(mapping.prompt === '' ? [say('Choose the column that holds the prompt.')] : []),
    ...(mapping.responses.length === 0 && mapping.responsesColumn === undefined
      ? [say('Choose at least one column that holds a response.')]
      : []),
    ...(mapping.models.length > 0 &&
    mapping.responsesColumn === undefined &&
    mapping.models.length !== mapping.responses.length
      ? [say('Name a model column for each response, or none.')]
      : []),
  ];
}
