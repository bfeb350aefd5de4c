import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';

/** Deeper JSON is refused before it is parsed: the parser, the logger and the database each break at another depth. */
export const maxJsonDepth = 64;
export const maxBodyBytes = 10_000_000;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Parses a JSON body, or says what is wrong with it and where. */
export function parseJsonBody(bytes: Buffer): { value: unknown } | HttpRefusal {
  if (bytes.length === 0) return { value: undefined };
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return refuse('invalid_request', 'The body is not valid UTF-8: send JSON encoded as UTF-8.');
  }
  if (depthOf(bytes) > maxJsonDepth)
    return refuse('invalid_request', `The body is nested deeper than ${maxJsonDepth} levels: flatten it.`);
  if (/"__proto__"\s*:/.test(text))
    return refuse('invalid_request', 'The body has a field named __proto__: rename it.');
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return refuse('invalid_request', `The body is not valid JSON: ${(error as Error).message}.`);
  }
}

/** Deepest nesting of brackets outside strings, read from the bytes so that no parser runs on a bomb. */
function depthOf(bytes: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
}
