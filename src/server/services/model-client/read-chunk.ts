/** One event of a streamed completion, or a whole completion, as far as it matters here. */
export interface CompletionChunk {
  readonly text: string;
  readonly finishReason: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly model: string | null;
}

type Loose = Record<string, unknown>;
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const asName = (value: unknown, most: number): string | null => {
  const text = asText(value);
  return text === null ? null : storableStart(text, most);
};

/** The beginning of what an endpoint says of itself, without what PostgreSQL refuses: U+0000 and half a character. */
export function storableStart(text: string, most: number): string {
  return text.replaceAll('\u0000', '').slice(0, most).toWellFormed();
}

const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/**
 * Reads an event or a completion of the OpenAI-compatible API. Undefined where it is none; what it holds beyond text
 * (tool calls, further choices) is passed over.
 */
export function readChunk(json: string): CompletionChunk | { readonly error: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  if (value['error'] !== undefined && value['error'] !== null) return { error: value['error'] };
  if (!Array.isArray(value['choices'])) return undefined;
  const choices: readonly unknown[] = value['choices'];
  const choice = choices.find((each) => isRecord(each) && (each['index'] ?? 0) === 0);
  const usage = isRecord(value['usage']) ? value['usage'] : {};
  return {
    text: isRecord(choice) ? textOf(choice) : '',
    finishReason: isRecord(choice) ? asName(choice['finish_reason'], 60) : null,
    promptTokens: asCount(usage['prompt_tokens']),
    completionTokens: asCount(usage['completion_tokens']),
    model: asName(value['model'], 200),
  };
}

function textOf(choice: Loose): string {
  const said = isRecord(choice['delta']) ? choice['delta'] : choice['message'];
  return isRecord(said) ? (asText(said['content']) ?? asText(said['refusal']) ?? '') : '';
}

/** What an endpoint's error says in words, without the key that some echo. */
export function wordsOfError(error: unknown, key: string | null): string | null {
  const message = isRecord(error) ? asText(error['message']) : asText(error);
  if (message === null) return null;
  const tidy = message.toWellFormed().replaceAll(/\p{Cc}+/gu, ' ');
  return storableStart(redact(tidy, key), 300);
}

function redact(text: string, key: string | null): string {
  const withoutKey = key === null ? text : text.replaceAll(key, '[key]');
  // Some show the beginning and the end of a key, with stars between.
  return withoutKey.replaceAll(/\b(?:sk|key|Bearer)[-_ ][\w*.-]{6,}/gi, '[key]');
}
