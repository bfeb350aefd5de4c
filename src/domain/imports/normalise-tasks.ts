import type { Attachment, Brief, ItemResponse, Message } from '#domain/items/item.ts';
import { stepSeparator } from '#domain/items/list-steps.ts';
import { buildItem } from './build-item.ts';
import {
  fieldOf,
  isJsonRecord,
  type JsonRecord,
  type JsonValue,
  labelOf,
  listOf,
  omitFields,
} from './json-record.ts';
import { parseCodeSetup } from './parse-code-setup.ts';
import { parseDialogue } from './parse-dialogue.ts';
import { messageListOf, parseMessages } from './parse-messages.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome } from './source-item.ts';

/** Finds a file of the project by its media id or by its name; undefined where there is none. */
export type FindAttachment = (idOrName: string) => Attachment | undefined;

const ownFields = ['key', 'prompt', 'responses', 'brief', 'code', 'dialogue'];

/**
 * Plumbline's own shape of a task, for what no column can hold: briefs for writers, steps of solutions, tests of
 * code, media, recorded dialogues, and items without responses.
 */
export function normaliseTask(record: JsonRecord, findAttachment: FindAttachment): RecordOutcome {
  const prompt = readPrompt(record, findAttachment);
  if (isRejection(prompt)) return leaveOut(prompt);
  const responses = readResponses(record, findAttachment);
  if (isRejection(responses)) return leaveOut(responses);
  const brief = readBrief(fieldOf(record, 'brief'));
  if (isRejection(brief)) return leaveOut(brief);
  const code = parseCodeSetup(fieldOf(record, 'code'));
  if (isRejection(code)) return leaveOut(code);
  const dialogue = parseDialogue(fieldOf(record, 'dialogue'));
  if (isRejection(dialogue)) return leaveOut(dialogue);
  return buildItem({
    prompt,
    responses: responses.map((response, index) => ({ ...response, field: `responses[${index}]` })),
    brief,
    code,
    dialogue,
    sourceKey: labelOf(fieldOf(record, 'key')),
    metadata: omitFields(record, ownFields),
    mayLackResponses: true,
  });
}

function readPrompt(record: JsonRecord, findAttachment: FindAttachment): Message[] | Rejection {
  const value = fieldOf(record, 'prompt');
  if (value === undefined || value === null) return [];
  if (typeof value === 'string' && messageListOf(value) === null) return [{ role: 'user', content: value }];
  const list = messageListOf(value) ?? listOf(value);
  if (list === null)
    return reject(
      'prompt',
      'missing_field',
      'A prompt is a text or a list of messages with role and content.',
    );
  const messages = parseMessages(list, 'prompt');
  if (isRejection(messages)) return messages;
  const attached: Message[] = [];
  for (const [index, message] of messages.entries()) {
    const attachments = readAttachments(list[index], { field: `prompt[${index}]`, findAttachment });
    if (isRejection(attachments)) return attachments;
    attached.push(attachments.length === 0 ? message : { ...message, attachments });
  }
  return attached;
}

type ReadResponse = Pick<ItemResponse, 'text' | 'attachments' | 'steps'> & {
  readonly model?: string | undefined;
};

function readResponses(record: JsonRecord, findAttachment: FindAttachment): ReadResponse[] | Rejection {
  const value = fieldOf(record, 'responses') ?? [];
  const list = listOf(value);
  if (list === null) return reject('responses', 'wrong_type', '"responses" must be a list.');
  const responses: ReadResponse[] = [];
  for (const [index, each] of list.entries()) {
    const response = readResponse(each, { field: `responses[${index}]`, findAttachment });
    if (isRejection(response)) return response;
    responses.push(response);
  }
  return responses;
}

interface At {
  readonly field: string;
  readonly findAttachment: FindAttachment;
}

function readResponse(value: JsonValue, at: At): ReadResponse | Rejection {
  if (typeof value === 'string') return { text: value };
  if (!isJsonRecord(value))
    return reject(at.field, 'wrong_type', 'A response is a text, or an object with "text" or "steps".');
  const steps = readStrings(fieldOf(value, 'steps'), `${at.field}.steps`);
  if (isRejection(steps)) return steps;
  const attachments = readAttachments(value, at);
  if (isRejection(attachments)) return attachments;
  const given = fieldOf(value, 'text');
  const text = typeof given === 'string' ? given : steps.join(stepSeparator);
  if (steps.length > 0 && text !== steps.join(stepSeparator)) {
    const message =
      'The text is not its steps joined by a blank line. Leave "text" out, or make the two agree.';
    return reject(`${at.field}.text`, 'wrong_type', message);
  }
  return {
    text,
    model: labelOf(fieldOf(value, 'model')),
    ...(steps.length > 0 && { steps }),
    ...(attachments.length > 0 && { attachments }),
  };
}

function readStrings(value: JsonValue | undefined, field: string): string[] | Rejection {
  if (value === undefined || value === null) return [];
  const list = listOf(value);
  const texts = list?.filter((each) => typeof each === 'string' && each.trim() !== '') ?? [];
  if (list === null || texts.length !== list.length)
    return reject(field, 'wrong_type', `"${field}" must be a list of texts, none of them empty.`);
  return texts as string[];
}

function readAttachments(
  value: JsonValue | undefined,
  { field, findAttachment }: At,
): Attachment[] | Rejection {
  const given = isJsonRecord(value) ? fieldOf(value, 'attachments') : undefined;
  if (given === undefined || given === null) return [];
  const list = listOf(given);
  const path = `${field}.attachments`;
  if (list === null) return reject(path, 'wrong_type', '"attachments" must be a list of file names.');
  const attachments: Attachment[] = [];
  for (const [index, each] of list.entries()) {
    const name =
      typeof each === 'string' ? each : isJsonRecord(each) ? labelOf(fieldOf(each, 'name')) : undefined;
    const found = name === undefined ? undefined : findAttachment(name);
    if (found === undefined) {
      const message = `The project has no file “${name ?? ''}”. Upload it under Media first, then import again.`;
      return reject(`${path}[${index}]`, 'missing_media', message);
    }
    const alt = isJsonRecord(each) ? labelOf(fieldOf(each, 'alt')) : undefined;
    attachments.push(alt === undefined ? found : { ...found, alt });
  }
  return attachments;
}

function readBrief(value: JsonValue | undefined): Brief | undefined | Rejection {
  if (value === undefined || value === null) return undefined;
  if (!isJsonRecord(value))
    return reject('brief', 'wrong_type', 'A brief is an object with "title", "goal" and "constraints".');
  const goal = fieldOf(value, 'goal');
  if (typeof goal !== 'string' || goal.trim() === '')
    return reject('brief.goal', 'missing_field', 'A brief needs a goal: what the writer is to bring about.');
  const constraints = readStrings(fieldOf(value, 'constraints'), 'brief.constraints');
  if (isRejection(constraints)) return constraints;
  return { title: labelOf(fieldOf(value, 'title')) ?? '', goal, constraints };
}
