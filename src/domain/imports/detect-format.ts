import type { ImportFormat } from './format.ts';
import { fieldOf, isJsonRecord, type JsonRecord, type JsonValue, listOf } from './json-record.ts';
import type { ColumnMapping } from './mapping.ts';
import { looksLikeTranscript } from './parse-transcript.ts';
import { suggestMapping } from './suggest-mapping.ts';

/** What a file seems to be, by its columns alone: names of files lie. */
export interface DetectedFormat {
  readonly format: ImportFormat;
  /** Why, in words for the person who confirms it. */
  readonly reason: string;
  /** All columns seen in the first rows, in order of appearance. */
  readonly columns: readonly string[];
  /** A first guess, only where the format is "generic". */
  readonly mapping?: ColumnMapping;
}

interface Shape {
  readonly format: ImportFormat;
  readonly needs: readonly string[];
  readonly holds?: (rows: readonly JsonRecord[]) => boolean;
  readonly because: string;
}

/** Some rows of a real file are odd: they are left out one by one, and must not turn the whole into something else. */
const usualShare = 0.8;

function isTranscript(row: JsonRecord, column: string): boolean {
  const value = fieldOf(row, column);
  return typeof value === 'string' && looksLikeTranscript(value);
}

function areMostlyTranscripts(rows: readonly JsonRecord[]): boolean {
  const usual = rows.filter(
    (row) =>
      (fieldOf(row, 'prompt') ?? null) === null &&
      isTranscript(row, 'chosen') &&
      isTranscript(row, 'rejected'),
  );
  return usual.length >= rows.length * usualShare;
}

function isTurn(value: JsonValue): boolean {
  return isJsonRecord(value) && typeof value.text === 'string';
}

/** What only Plumbline's own shape has: a brief, a dialogue, tests of code, or responses with steps or media. */
function areTasks(rows: readonly JsonRecord[]): boolean {
  return rows.some((row) => {
    const brief = fieldOf(row, 'brief');
    const code = fieldOf(row, 'code');
    if (isJsonRecord(brief) && Object.hasOwn(brief, 'goal')) return true;
    if (isJsonRecord(code) && Object.hasOwn(code, 'tests')) return true;
    if ((listOf(fieldOf(row, 'dialogue')) ?? []).some(isTurn)) return true;
    const parts = [...(listOf(fieldOf(row, 'responses')) ?? []), ...(listOf(fieldOf(row, 'prompt')) ?? [])];
    return parts.some(
      (part) => isJsonRecord(part) && (Object.hasOwn(part, 'steps') || Object.hasOwn(part, 'attachments')),
    );
  });
}

const taskColumns = ['key', 'prompt', 'responses', 'brief', 'code', 'dialogue'];

/** Prompts alone, as for people who write the response or judge the turns of a recorded conversation. */
function arePromptsAlone(rows: readonly JsonRecord[]): boolean {
  const isKnown = listColumns(rows).every((column) => taskColumns.includes(column));
  return isKnown && rows.every((row) => (listOf(fieldOf(row, 'responses')) ?? []).length === 0);
}

/** The most particular shape comes first: a later one may hold too. */
const shapes: readonly Shape[] = [
  {
    format: 'openassistant',
    needs: ['message_tree_id', 'prompt'],
    holds: (rows) => rows.every((row) => isJsonRecord(fieldOf(row, 'prompt'))),
    because: 'a prompt has an id of its tree and replies within replies',
  },
  {
    format: 'tasks',
    needs: [],
    holds: areTasks,
    because: 'rows have a brief, a dialogue, tests of code, steps or attachments',
  },
  {
    format: 'ultrafeedback_binarized',
    needs: ['chosen', 'rejected', 'score_chosen', 'score_rejected'],
    because: 'chosen and rejected come with a score each',
  },
  {
    format: 'ultrafeedback_binarized',
    needs: ['instruction', 'chosen_response', 'rejected_response'],
    because: 'an instruction has a chosen and a rejected response',
  },
  {
    format: 'hh_rlhf',
    needs: ['chosen', 'rejected'],
    holds: areMostlyTranscripts,
    because: 'chosen and rejected are transcripts that start with "Human:"',
  },
  {
    format: 'trl_preference',
    needs: ['chosen', 'rejected'],
    because: 'there are columns chosen and rejected',
  },
  {
    format: 'helpsteer3',
    needs: ['context', 'response1', 'response2', 'overall_preference'],
    because: 'a context has two responses and an overall preference',
  },
  {
    format: 'helpsteer2_preference',
    needs: ['prompt', 'response_1', 'response_2', 'preference_strength'],
    because: 'a prompt has two responses and a preference strength',
  },
  {
    format: 'helpsteer2',
    needs: ['prompt', 'response', 'helpfulness', 'correctness', 'coherence', 'complexity', 'verbosity'],
    because: 'each row has one response and five ratings',
  },
  {
    format: 'ultrafeedback',
    needs: ['instruction', 'completions'],
    holds: (rows) => rows.every((row) => listOf(fieldOf(row, 'completions'))),
    because: 'an instruction has a list of completions',
  },
  {
    format: 'arena_conversations',
    needs: ['model_a', 'model_b', 'winner', 'conversation_a', 'conversation_b'],
    because: 'two conversations have a model each and a winner',
  },
  {
    format: 'arena_55k',
    needs: ['prompt', 'response_a', 'response_b', 'winner_model_a', 'winner_model_b', 'winner_tie'],
    because: 'two responses have three winner columns',
  },
  {
    format: 'tasks',
    needs: ['prompt'],
    holds: arePromptsAlone,
    because: 'there is a prompt and nothing else',
  },
];

/** Lists the columns of the first rows, each once, in order of appearance. */
export function listColumns(rows: readonly JsonRecord[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** Finds the format of a file by the columns of its first rows; unknown columns get a suggested mapping. */
export function detectFormat(rows: readonly JsonRecord[]): DetectedFormat {
  const columns = listColumns(rows);
  const shape = shapes.find(
    ({ needs, holds }) =>
      needs.every((name) => columns.includes(name)) && (holds === undefined || holds(rows)),
  );
  if (shape) return { format: shape.format, reason: `Recognised by its columns: ${shape.because}.`, columns };
  const reason = 'The columns match no known data set: say which column holds what.';
  return { format: 'generic', reason, columns, mapping: suggestMapping(columns, rows) };
}
