import { maxResponsesPerItem } from '#domain/items/item.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { ColumnMapping } from './mapping.ts';

function place(path: string, message: string): Place {
  return { path, message };
}

function findResponsePlaces({ responses }: ColumnMapping): Place[] {
  if (responses.kind === 'list') {
    return responses.column === ''
      ? [place('responses.column', 'Choose the column that holds the responses.')]
      : [];
  }
  const { columns, models } = responses;
  const places: Place[] = [];
  if (columns.length < 1)
    places.push(place('responses.columns', 'Choose at least one column with a response.'));
  if (columns.length > maxResponsesPerItem) {
    places.push(place('responses.columns', `An item holds at most ${maxResponsesPerItem} responses.`));
  }
  if (models && models.length !== columns.length) {
    places.push(place('responses.models', 'Name a model column, or none, for each response column.'));
  }
  return places;
}

function listNamedColumns(mapping: ColumnMapping): [path: string, column: string | null | undefined][] {
  const { responses } = mapping;
  const ofResponses: [string, string | null | undefined][] =
    responses.kind === 'list'
      ? [
          ['responses.column', responses.column],
          ['responses.modelsColumn', responses.modelsColumn],
        ]
      : [
          ...responses.columns.map((column, index): [string, string] => [
            `responses.columns[${index}]`,
            column,
          ]),
          ...(responses.models ?? []).map((column, index): [string, string | null] => [
            `responses.models[${index}]`,
            column,
          ]),
        ];
  return [
    ['prompt', mapping.prompt],
    ['system', mapping.system],
    ['id', mapping.id],
    ['domain', mapping.domain],
    ['language', mapping.language],
    ['verdict.column', mapping.verdict?.column],
    ...ofResponses,
    ...(mapping.metadata ?? []).map((column, index): [string, string] => [`metadata[${index}]`, column]),
  ];
}

/** Says what is wrong with a mapping for a file with these columns; empty when it can be used. */
export function validateMapping(mapping: ColumnMapping, columns: readonly string[]): readonly Place[] {
  const places = findResponsePlaces(mapping);
  if (mapping.prompt === '') places.push(place('prompt', 'Choose the column that holds the prompt.'));
  for (const [path, column] of listNamedColumns(mapping)) {
    if (typeof column !== 'string' || column === '' || columns.includes(column)) continue;
    places.push(place(path, `The file has no column "${column}".`));
  }
  const texts = mapping.responses.kind === 'columns' ? mapping.responses.columns : [mapping.responses.column];
  const twice = texts.find(
    (column, index) => column !== '' && (texts.indexOf(column) !== index || column === mapping.prompt),
  );
  if (twice !== undefined) places.push(place('responses', `The column "${twice}" is used twice.`));
  if (mapping.verdict?.reading === 'column_name' && mapping.responses.kind === 'list') {
    const message = 'A column name can only point at a response where each response has its own column.';
    places.push(place('verdict.reading', message));
  }
  return places;
}
