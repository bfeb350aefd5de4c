import { type ItemResponse, type Message, maxResponsesPerItem, responseIdAt } from '#domain/items/item.ts';
import type { JsonRecord } from './json-record.ts';
import { type Rejection, reject } from './rejection.ts';
import { accept, leaveOut, type RecordOutcome, type SourceItem, type SourceVerdict } from './source-item.ts';

export interface ResponseDraft {
  readonly text: string;
  /** Where the text came from, for the message if it is no good. */
  readonly field: string;
  readonly model?: string | undefined;
}

/** What a format found in a record, before the checks that all formats share. */
export interface ItemDraft {
  readonly prompt: readonly Message[];
  readonly responses: readonly ResponseDraft[];
  readonly sourceKey?: string | undefined;
  readonly metadata: JsonRecord;
  readonly verdict?: SourceVerdict | undefined;
}

function findDraftProblem({ prompt, responses }: ItemDraft): Rejection | null {
  if (!prompt.some((message) => message.content.trim() !== '')) {
    return reject('prompt', 'empty_prompt', 'The prompt is empty. An item needs something to respond to.');
  }
  const empty = responses.find((response) => response.text.trim() === '');
  if (empty) {
    return reject(
      empty.field,
      'empty_response',
      'This response is empty, so there is nothing to judge. Fill or remove it.',
    );
  }
  if (responses.length === 0) {
    return reject('responses', 'too_few_responses', 'This row has no response. An item needs at least one.');
  }
  if (responses.length > maxResponsesPerItem) {
    const message = `This row has ${responses.length} responses; an item holds at most ${maxResponsesPerItem}.`;
    return reject('responses', 'too_many_responses', message);
  }
  if (responses.length > 1 && responses.every((response) => response.text === responses[0]?.text)) {
    const message = 'All responses are the same text, so there is nothing to compare.';
    return reject(responses[1]?.field ?? 'responses', 'identical_responses', message);
  }
  return null;
}

function toResponse({ text, model }: ResponseDraft, index: number): ItemResponse {
  return { id: responseIdAt(index), text, ...(model === undefined ? {} : { model }) };
}

/** Makes an item of a draft, or says what is wrong with it. */
export function buildItem(draft: ItemDraft): RecordOutcome {
  const problem = findDraftProblem(draft);
  if (problem) return leaveOut(problem);
  const item: SourceItem = {
    content: { prompt: draft.prompt, responses: draft.responses.map(toResponse) },
    metadata: draft.metadata,
    ...(draft.sourceKey === undefined ? {} : { sourceKey: draft.sourceKey }),
    ...(draft.verdict === undefined ? {} : { verdict: draft.verdict }),
  };
  return accept(item);
}
