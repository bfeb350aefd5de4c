import type { Message, MessageRole } from '#domain/items/item.ts';
import { isJsonArray, isJsonRecord, type JsonRecord, type JsonValue, listOf } from './json-record.ts';
import { parseTranscript } from './parse-transcript.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';

const roleNames: Readonly<Record<string, MessageRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  prompter: 'user',
  assistant: 'assistant',
  gpt: 'assistant',
  model: 'assistant',
  tool: 'tool',
};

/** The role that a file means; undefined where it means none. */
export function roleOf(name: JsonValue | undefined): MessageRole | undefined {
  return typeof name === 'string' && Object.hasOwn(roleNames, name) ? roleNames[name] : undefined;
}

function joinTextParts(parts: readonly JsonValue[]): string | null {
  const texts = parts.map((part) => (isJsonRecord(part) && part.type === 'text' ? part.text : null));
  return texts.every((text) => typeof text === 'string') ? texts.join('') : null;
}

function parseMessage(value: JsonValue, field: string): Message | Rejection {
  if (!isJsonRecord(value)) {
    return reject(field, 'unsupported_message', 'A message must be an object with a role and a content.');
  }
  const role = roleOf(value.role ?? value.from);
  if (!role) {
    const known = 'Use system, user, assistant or tool.';
    return reject(
      `${field}.role`,
      'unsupported_message',
      `This message has no role that can be read. ${known}`,
    );
  }
  if (isJsonArray(value.tool_calls) && value.tool_calls.length > 0) {
    const message = 'This message calls tools, which an item cannot show yet. Write the call into the text.';
    return reject(`${field}.tool_calls`, 'unsupported_message', message);
  }
  const raw = value.content ?? value.value;
  const content = isJsonArray(raw) ? joinTextParts(raw) : raw;
  if (typeof content !== 'string') {
    return reject(`${field}.content`, 'unsupported_message', 'This message has no plain text as content.');
  }
  return { role, content };
}

/** Reads a list of messages, as {role, content} or {from, value}. */
export function parseMessages(values: readonly JsonValue[], field: string): Message[] | Rejection {
  const messages: Message[] = [];
  for (const [index, value] of values.entries()) {
    const message = parseMessage(value, `${field}[${index}]`);
    if (isRejection(message)) return message;
    messages.push(message);
  }
  return messages;
}

function isMessageLike(value: JsonValue): value is JsonRecord {
  return isJsonRecord(value) && (typeof value.role === 'string' || typeof value.from === 'string');
}

/** A list of messages, also as JSON text or as one lone message; null where the value is something else. */
export function messageListOf(value: JsonValue | undefined): readonly JsonValue[] | null {
  if (value !== undefined && isMessageLike(value)) return [value];
  const list = listOf(value);
  return list !== null && list.length > 0 && list.every(isMessageLike) ? list : null;
}

/** Reads a prompt: messages, a Human/Assistant transcript, or plain text taken as one user turn. */
export function parsePrompt(value: JsonValue | undefined, field: string): Message[] | Rejection {
  const list = messageListOf(value);
  if (list) return parseMessages(list, field);
  if (typeof value !== 'string') {
    return reject(
      field,
      'missing_field',
      'This row has no prompt that can be read: text or a list of messages is needed.',
    );
  }
  const turns = parseTranscript(value);
  if (!turns) return [{ role: 'user', content: value }];
  const last = turns.at(-1);
  // Transcript prompts end in a bare "Assistant:" that only asks for the answer.
  return last?.role === 'assistant' && last.content.trim() === '' ? turns.slice(0, -1) : turns;
}

/** Counts the messages that two conversations share at their start. */
export function countSharedMessages(one: readonly Message[], other: readonly Message[]): number {
  const differs = (message: Message, index: number) =>
    message.role !== other[index]?.role || message.content !== other[index]?.content;
  const first = one.findIndex(differs);
  return first < 0 ? one.length : first;
}
