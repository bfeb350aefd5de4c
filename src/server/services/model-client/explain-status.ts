import type { IncomingMessage } from 'node:http';
import { type ReplyFailure, type ReplyFailureCode, replyFailure } from '#domain/chat/reply-failure.ts';
import { readChunk, wordsOfError } from './read-chunk.ts';

const codes: Readonly<Record<number, ReplyFailureCode>> = {
  401: 'key_refused',
  403: 'key_refused',
  404: 'model_unknown',
  408: 'timed_out',
  429: 'rate_limited',
  504: 'timed_out',
};
/** An answer that asks for more patience than this is taken as this. */
const longestWaitMs = 3_600_000;
const mostErrorBytes = 64_000;

/** Turns an answer that is no success into a failure; undefined for a success. */
export async function explainStatus(
  answer: IncomingMessage,
  context: { now: Date; key: string | null },
): Promise<ReplyFailure | undefined> {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) {
    answer.destroy();
    return replyFailure('address_refused', {
      detail: `The address answers with a redirect (${status}): give the one that it leads to.`,
    });
  }
  const read = readChunk(await readBeginning(answer));
  const words = read && 'error' in read ? wordsOfError(read.error, context.key) : null;
  const code = codes[status] ?? (status >= 500 ? 'server_failed' : 'rejected');
  return replyFailure(code, {
    detail: words === null ? `Status ${status}` : `Status ${status}: ${words}`,
    retryAt: code === 'rate_limited' ? retryAt(answer.headers['retry-after'], context.now) : null,
  });
}

/** When to try again: after some seconds, or at a date. */
function retryAt(header: string | undefined, now: Date): string | null {
  if (header === undefined) return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  if (!Number.isFinite(waitMs)) return null;
  return new Date(now.getTime() + Math.min(Math.max(waitMs, 0), longestWaitMs)).toISOString();
}

async function readBeginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostErrorBytes) break;
    }
  } catch {
    // The status says enough.
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, mostErrorBytes).toString('utf8');
}
