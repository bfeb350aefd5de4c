import type { Message } from '#domain/items/item.ts';
import { fieldOf, type JsonRecord, type JsonValue } from './json-record.ts';
import { countSharedMessages, messageListOf, parseMessages, parsePrompt } from './parse-messages.ts';
import { looksLikeTranscript, parseTranscript } from './parse-transcript.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';

/** A prompt and the two texts that answer it. */
export interface Pair {
  readonly prompt: readonly Message[];
  readonly chosen: string;
  readonly rejected: string;
}

interface Sides {
  readonly chosen: readonly Message[];
  readonly rejected: readonly Message[];
}

function readSide(value: JsonValue | undefined, field: string): Message[] | Rejection {
  const list = messageListOf(value);
  if (list) return parseMessages(list, field);
  if (typeof value !== 'string') {
    return reject(field, 'missing_field', `This row has no text and no list of messages in "${field}".`);
  }
  const turns = looksLikeTranscript(value) ? parseTranscript(value) : null;
  return turns ?? [{ role: 'assistant', content: value }];
}

function onlyAnswer(messages: readonly Message[], field: string): string | Rejection {
  const [answer, ...more] = messages;
  if (answer?.role === 'assistant' && more.length === 0) return answer.content;
  const message = `After the shared conversation, "${field}" must be one assistant message; here it is ${messages.length}.`;
  return reject(field, 'unsupported_message', message);
}

/** Text prompts sit beside messages that repeat them, as in {prompt: "Hi", chosen: [user "Hi", assistant …]}. */
function repeatsPrompt(shared: readonly Message[], prompt: readonly Message[]): boolean {
  const tail = shared.slice(shared.length - prompt.length);
  return shared.length >= prompt.length && countSharedMessages(prompt, tail) === prompt.length;
}

function readExplicit(prompt: readonly Message[], { chosen, rejected }: Sides): Pair | Rejection {
  const shared = countSharedMessages(chosen.slice(0, -1), rejected.slice(0, -1));
  if (shared > 0 && !repeatsPrompt(chosen.slice(0, shared), prompt)) {
    return reject(
      'prompt',
      'prompts_differ',
      'The prompt differs from the conversation that both answers repeat.',
    );
  }
  const chosenText = onlyAnswer(chosen.slice(shared), 'chosen');
  if (isRejection(chosenText)) return chosenText;
  const rejectedText = onlyAnswer(rejected.slice(shared), 'rejected');
  if (isRejection(rejectedText)) return rejectedText;
  return {
    prompt: shared > 0 ? chosen.slice(0, shared) : prompt,
    chosen: chosenText,
    rejected: rejectedText,
  };
}

function readImplicit(sides: Sides): Pair | Rejection {
  const chosen = sides.chosen.slice(0, -1);
  const rejected = sides.rejected.slice(0, -1);
  const shared = countSharedMessages(chosen, rejected);
  if (chosen.length === 0 && rejected.length === 0) {
    const message =
      'There is no prompt column, and no place where the prompt ends can be seen in the text. Add a "prompt" column.';
    return reject('chosen', 'no_prompt_boundary', message);
  }
  if (shared !== chosen.length || shared !== rejected.length) {
    const message = `The two conversations differ at message ${shared + 1}, before the last answer, so the answers cannot be compared.`;
    return reject('rejected', 'prompts_differ', message);
  }
  return readExplicit(chosen, sides);
}

/**
 * Reads chosen and rejected with a prompt of their own or repeated inside both. A shared start is only ever cut
 * between messages: cutting text at its common prefix would move the first words of both answers to the prompt.
 */
export function readPair(record: JsonRecord): Pair | Rejection {
  const chosen = readSide(fieldOf(record, 'chosen'), 'chosen');
  if (isRejection(chosen)) return chosen;
  const rejected = readSide(fieldOf(record, 'rejected'), 'rejected');
  if (isRejection(rejected)) return rejected;
  const promptValue = fieldOf(record, 'prompt');
  if (promptValue === undefined || promptValue === null) return readImplicit({ chosen, rejected });
  const prompt = parsePrompt(promptValue, 'prompt');
  return isRejection(prompt) ? prompt : readExplicit(prompt, { chosen, rejected });
}
