import type { IncomingMessage } from 'node:http';
import { createParser } from 'eventsource-parser';
import { type ReplyFailure, replyFailure } from '#domain/chat/reply-failure.ts';
import { type CompletionChunk, readChunk, storableStart, wordsOfError } from './read-chunk.ts';

/** A reply may wrap each word in a long event; beyond this nobody is writing an answer any more. */
const mostBytes = 25_000_000;
/** One event that never ends would otherwise be held in memory whole. */
const mostEventCharacters = 2_000_000;

export interface ReplyReader {
  readonly key: string | null;
  readonly onBytes: () => void;
  /** Takes what was read; true where nothing more is wanted. */
  readonly onChunk: (chunk: CompletionChunk) => boolean;
}

/** Reads a reply to its end. Null where it ended as it should; errors of the connection are thrown. */
export async function readReply(answer: IncomingMessage, reader: ReplyReader): Promise<ReplyFailure | null> {
  const type = typeOf(answer);
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    return notUnderstood(`The answer is packed as ${encoding}, which was not asked for.`);
  if (isStream(answer)) return readStream(answer, reader);
  // Some servers answer as a whole although they were asked for a stream.
  if (type === 'application/json') return readWhole(answer, reader);
  return notUnderstood(
    `The endpoint answers with "${type || 'no type'}" instead of JSON or an event stream.`,
  );
}

function typeOf(answer: IncomingMessage): string {
  return (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

export function isStream(answer: IncomingMessage): boolean {
  return typeOf(answer) === 'text/event-stream';
}

function notUnderstood(detail: string): ReplyFailure {
  return replyFailure('not_understood', { detail: storableStart(detail, 300) });
}

type Verdict = { readonly end: ReplyFailure | null } | undefined;

async function readStream(answer: IncomingMessage, reader: ReplyReader): Promise<ReplyFailure | null> {
  const events = new EventReader(reader);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of counted(answer, reader)) {
    if (bytes === 'too_many') return replyFailure('too_long');
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      // The events before the broken byte came whole.
      events.feed(new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? '');
      return notUnderstood('The stream holds bytes that are no UTF-8.');
    }
    const verdict = events.feed(text);
    if (verdict) return verdict.end;
  }
  return events.sawFinish ? null : replyFailure('cut_off');
}

class EventReader {
  /** Servers that leave the closing [DONE] out say at least why they stopped. */
  sawFinish = false;
  #verdict: Verdict;
  #waiting = 0;
  readonly #reader: ReplyReader;
  readonly #parser = createParser({ onEvent: (event) => this.#take(event.data) });

  constructor(reader: ReplyReader) {
    this.#reader = reader;
  }

  feed(text: string): Verdict {
    this.#waiting += text.length;
    this.#parser.feed(text);
    if (this.#waiting > mostEventCharacters)
      this.#verdict ??= { end: notUnderstood('One event does not end.') };
    return this.#verdict;
  }

  #take(data: string): void {
    this.#waiting = 0;
    if (this.#verdict) return;
    if (data.trim() === '[DONE]') {
      this.#verdict = { end: null };
      return;
    }
    const chunk = readChunk(data);
    if (chunk === undefined) {
      this.#verdict = { end: notUnderstood('An event of the stream is no chat completion.') };
    } else if ('error' in chunk) {
      const detail = wordsOfError(chunk.error, this.#reader.key);
      this.#verdict = { end: replyFailure('server_failed', { detail }) };
    } else {
      if (chunk.finishReason !== null) this.sawFinish = true;
      if (this.#reader.onChunk(chunk)) this.#verdict = { end: replyFailure('too_long') };
    }
  }
}

async function readWhole(answer: IncomingMessage, reader: ReplyReader): Promise<ReplyFailure | null> {
  const parts: Uint8Array[] = [];
  for await (const bytes of counted(answer, reader)) {
    if (bytes === 'too_many') return replyFailure('too_long');
    parts.push(bytes);
  }
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return notUnderstood('The answer holds bytes that are no UTF-8.');
  }
  const chunk = readChunk(json);
  if (chunk === undefined) return notUnderstood('The answer is no chat completion.');
  if ('error' in chunk)
    return replyFailure('server_failed', { detail: wordsOfError(chunk.error, reader.key) });
  return reader.onChunk(chunk) ? replyFailure('too_long') : null;
}

async function* counted(
  answer: IncomingMessage,
  reader: ReplyReader,
): AsyncGenerator<Uint8Array | 'too_many'> {
  let size = 0;
  for await (const bytes of answer as AsyncIterable<Buffer>) {
    reader.onBytes();
    size += bytes.length;
    yield size > mostBytes ? 'too_many' : bytes;
  }
}
