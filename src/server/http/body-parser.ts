import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';

/** Deeper JSON is refused before it is parsed: the parser, the logger and the database each break at another depth. */
export const maxJsonDepth = 64;
export const maxBodyBytes = 10_000_000;
/** Far more than any route takes; beyond it, checking would cost more than the body is worth. */
export const maxJsonFields = 10_000;
const maxJsonElements = 100_000;

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
  const shape = measure(bytes);
  const problem = explainShape(shape);
  if (problem) return problem;
  try {
    const value: unknown = JSON.parse(text);
    return explainFields(value, shape.fields) ?? { value };
  } catch (error) {
    return refuse('invalid_request', `The body is not valid JSON: ${(error as Error).message}.`);
  }
}

interface Shape {
  readonly depth: number;
  readonly fields: number;
  readonly elements: number;
}

function explainShape({ depth, fields, elements }: Shape): HttpRefusal | null {
  if (depth > maxJsonDepth)
    return refuse('invalid_request', `The body is nested deeper than ${maxJsonDepth} levels: flatten it.`);
  if (fields > maxJsonFields || elements > maxJsonElements)
    return refuse(
      'invalid_request',
      `The body has more than ${maxJsonFields} fields or ${maxJsonElements} values: send less at once.`,
    );
  return null;
}

/** Counts brackets, colons and commas outside strings, read from the bytes so that no parser runs on a bomb. */
function measure(bytes: Buffer): Shape {
  let open = 0;
  let depth = 0;
  let fields = 0;
  let elements = 1;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x3a) fields += 1;
    else if (byte === 0x2c) elements += 1;
    else if (byte === 0x7b || byte === 0x5b) {
      open += 1;
      if (open > depth) depth = open;
    } else if (byte === 0x7d || byte === 0x5d) open -= 1;
  }
  return { depth, fields, elements };
}

/** A field that stands twice leaves fewer fields than were written; readers differ on which one counts, so neither does. */
function explainFields(value: unknown, written: number): HttpRefusal | null {
  let kept = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, '__proto__'))
      return refuse('invalid_request', 'The body has a field named __proto__: rename it.');
    const inner: unknown[] = Object.values(next);
    if (!Array.isArray(next)) kept += inner.length;
    for (const one of inner) waiting.push(one);
  }
  if (kept === written) return null;
  return refuse('invalid_request', 'The body has an object with the same field twice: send each once.');
}
