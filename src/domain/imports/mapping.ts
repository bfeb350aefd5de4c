/** How the cells of a verdict column name the better response. Words for a tie and for "both bad" are always read. */
export const verdictReadings = ['index_from_0', 'index_from_1', 'letter', 'column_name'] as const;
export type VerdictReading = (typeof verdictReadings)[number];

/** Each response in its own column. */
export interface ResponseColumns {
  readonly kind: 'columns';
  readonly columns: readonly string[];
  /** Column with the model's name for each response, in the same order; null where there is none. */
  readonly models?: readonly (string | null)[];
}

/** All responses in one column, as a list of texts or of objects with a text. */
export interface ResponseList {
  readonly kind: 'list';
  readonly column: string;
  /** Column with a list of model names in the same order. */
  readonly modelsColumn?: string;
}

/** Which column of a file holds what. Plain data: it is stored with the import. */
export interface ColumnMapping {
  /** Text, a Human/Assistant transcript, or a list of messages. */
  readonly prompt: string;
  readonly system?: string;
  readonly responses: ResponseColumns | ResponseList;
  readonly id?: string;
  readonly domain?: string;
  readonly language?: string;
  /** Columns kept as metadata; without it, every column that nothing else takes. */
  readonly metadata?: readonly string[];
  readonly verdict?: { readonly column: string; readonly reading: VerdictReading };
}

/** Every column that a mapping takes for something other than metadata. */
export function mappedColumns(mapping: ColumnMapping): readonly string[] {
  const { prompt, system, responses, id, domain, language, verdict } = mapping;
  const texts =
    responses.kind === 'columns'
      ? [...responses.columns, ...(responses.models ?? [])]
      : [responses.column, responses.modelsColumn];
  return [prompt, system, id, domain, language, verdict?.column, ...texts].filter(
    (column) => typeof column === 'string' && column !== '',
  ) as string[];
}
