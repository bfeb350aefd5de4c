import { responseIdAt } from '#domain/items/item.ts';
import { fieldOf, type JsonRecord, labelOf } from './json-record.ts';
import type { ColumnMapping, VerdictReading } from './mapping.ts';
import { type Rejection, reject } from './rejection.ts';
import type { SourcePreference } from './source-item.ts';

const tieWords = ['tie', 'draw', 'equal', 'same', 'tied'];
const bothBadWords = ['both_bad', 'both bad', 'bothbad', 'tie (bothbad)', 'neither', 'none'];

interface Responses {
  readonly columns: readonly string[];
  readonly count: number;
}

function indexOfWinner(cell: string, reading: VerdictReading, columns: readonly string[]): number {
  switch (reading) {
    case 'index_from_0':
      return /^[0-9]+$/.test(cell) ? Number(cell) : -1;
    case 'index_from_1':
      return /^[0-9]+$/.test(cell) ? Number(cell) - 1 : -1;
    case 'letter':
      return /^[a-i]$/i.test(cell) ? cell.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) : -1;
    case 'column_name':
      return columns.indexOf(cell);
  }
}

/** Reads the verdict cell of a mapped row; null where the mapping has none or the cell is empty. */
export function readMappedVerdict(
  record: JsonRecord,
  mapping: ColumnMapping,
  responses: Responses,
): SourcePreference | Rejection | null {
  if (!mapping.verdict) return null;
  const { column, reading } = mapping.verdict;
  const value = fieldOf(record, column);
  const cell = labelOf(value)?.trim();
  if (cell === undefined && (value === undefined || value === null || value === '')) return null;
  const word = cell?.toLowerCase() ?? '';
  if (tieWords.includes(word)) return { verdict: 'tie' };
  if (bothBadWords.includes(word)) return { verdict: 'both_bad' };
  const index = indexOfWinner(cell ?? '', reading, responses.columns);
  if (index >= 0 && index < responses.count) {
    return { verdict: 'prefers', responseId: responseIdAt(index), strength: null };
  }
  const shown = JSON.stringify(value ?? null).slice(0, 60);
  return reject(
    column,
    'unknown_verdict',
    `The verdict ${shown} names none of the ${responses.count} responses and no tie.`,
  );
}
