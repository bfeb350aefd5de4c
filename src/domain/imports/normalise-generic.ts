import type { Message } from '#domain/items/item.ts';
import { buildItem, type ResponseDraft } from './build-item.ts';
import {
  fieldOf,
  isJsonRecord,
  type JsonRecord,
  type JsonValue,
  labelOf,
  listOf,
  omitFields,
  pickFields,
} from './json-record.ts';
import { type ColumnMapping, mappedColumns, type ResponseColumns, type ResponseList } from './mapping.ts';
import { messageListOf, parseMessages, parsePrompt } from './parse-messages.ts';
import { readMappedVerdict } from './read-mapped-verdict.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome } from './source-item.ts';

/** A response's text: plain, one assistant message, or an object with its text under a usual name. */
function readText(value: JsonValue | undefined, field: string): string | Rejection {
  if (typeof value === 'string' && !messageListOf(value)) return value;
  const list = messageListOf(value);
  if (list) {
    const messages = parseMessages(list, field);
    if (isRejection(messages)) return messages;
    const [answer, ...more] = messages;
    if (answer?.role === 'assistant' && more.length === 0) return answer.content;
    return reject(field, 'unsupported_message', 'A response must be one assistant message or plain text.');
  }
  if (value !== undefined && isJsonRecord(value)) {
    const text = ['text', 'response', 'content', 'completion', 'answer'].map((name) => fieldOf(value, name));
    const found = text.find((candidate) => typeof candidate === 'string');
    if (typeof found === 'string') return found;
  }
  return reject(field, 'missing_field', `This row has no text in "${field}".`);
}

function readFromColumns(
  record: JsonRecord,
  { columns, models }: ResponseColumns,
): ResponseDraft[] | Rejection {
  const drafts: ResponseDraft[] = [];
  for (const [index, field] of columns.entries()) {
    const text = readText(fieldOf(record, field), field);
    if (isRejection(text)) return text;
    const modelColumn = models?.[index];
    drafts.push({ text, field, model: modelColumn ? labelOf(fieldOf(record, modelColumn)) : undefined });
  }
  return drafts;
}

function readFromList(
  record: JsonRecord,
  { column, modelsColumn }: ResponseList,
): ResponseDraft[] | Rejection {
  const list = listOf(fieldOf(record, column));
  if (!list) return reject(column, 'wrong_type', `"${column}" must be a list of responses.`);
  const models = modelsColumn === undefined ? null : listOf(fieldOf(record, modelsColumn));
  const drafts: ResponseDraft[] = [];
  for (const [index, value] of list.entries()) {
    const field = `${column}[${index}]`;
    const text = readText(value, field);
    if (isRejection(text)) return text;
    const ownModel = isJsonRecord(value) ? fieldOf(value, 'model') : undefined;
    drafts.push({ text, field, model: labelOf(models?.[index] ?? ownModel) });
  }
  return drafts;
}

function readPromptWithSystem(record: JsonRecord, mapping: ColumnMapping): Message[] | Rejection {
  const prompt = parsePrompt(fieldOf(record, mapping.prompt), mapping.prompt);
  if (isRejection(prompt) || mapping.system === undefined) return prompt;
  const system = fieldOf(record, mapping.system);
  if (typeof system !== 'string' || system.trim() === '') return prompt;
  return [{ role: 'system', content: system }, ...prompt];
}

function readMetadata(record: JsonRecord, mapping: ColumnMapping): JsonRecord {
  const { metadata, domain, language } = mapping;
  const rest = metadata ? pickFields(record, metadata) : omitFields(record, mappedColumns(mapping));
  const named = { domain, language };
  const kept = Object.entries(named).flatMap(([name, column]): [string, JsonValue][] => {
    const value = column === undefined ? undefined : fieldOf(record, column);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...rest, ...Object.fromEntries(kept) };
}

/** Any row, by a mapping that a person chose. */
export function normaliseGeneric(record: JsonRecord, mapping: ColumnMapping): RecordOutcome {
  const prompt = readPromptWithSystem(record, mapping);
  if (isRejection(prompt)) return leaveOut(prompt);
  const { responses } = mapping;
  const drafts =
    responses.kind === 'columns' ? readFromColumns(record, responses) : readFromList(record, responses);
  if (isRejection(drafts)) return leaveOut(drafts);
  const columns = responses.kind === 'columns' ? responses.columns : [];
  const preference = readMappedVerdict(record, mapping, { columns, count: drafts.length });
  if (isRejection(preference)) return leaveOut(preference);
  return buildItem({
    prompt,
    responses: drafts,
    sourceKey: mapping.id === undefined ? undefined : labelOf(fieldOf(record, mapping.id)),
    metadata: readMetadata(record, mapping),
    verdict: preference === null ? undefined : { dataset: 'generic', judgedBy: 'unknown', preference },
  });
}
