import {
  type Attachment,
  type Brief,
  type CodeSetup,
  type DialogueTurn,
  type ItemResponse,
  type Message,
  maxResponsesPerItem,
  responseIdAt,
} from '#domain/items/item.ts';
import type { JsonRecord } from './json-record.ts';
import { type Rejection, reject } from './rejection.ts';
import { accept, leaveOut, type RecordOutcome, type SourceItem, type SourceVerdict } from './source-item.ts';

export interface ResponseDraft {
  readonly text: string;
  /** Where the text came from, for the message if it is no good. */
  readonly field: string;
  readonly model?: string | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly steps?: readonly string[] | undefined;
}

/** What a format found in a record, before the checks that all formats share. */
export interface ItemDraft {
  readonly prompt: readonly Message[];
  readonly responses: readonly ResponseDraft[];
  readonly sourceKey?: string | undefined;
  readonly metadata: JsonRecord;
  readonly verdict?: SourceVerdict | undefined;
  readonly brief?: Brief | undefined;
  readonly code?: CodeSetup | undefined;
  readonly dialogue?: readonly DialogueTurn[] | undefined;
  /** For writing and live chats, where the annotator makes what is judged. */
  readonly mayLackResponses?: boolean | undefined;
}

/** Whether a message or a response says or shows anything. */
function hasContent({ text, attachments = [] }: Pick<ResponseDraft, 'text' | 'attachments'>): boolean {
  return text.trim() !== '' || attachments.length > 0;
}

function findDraftProblem({
  prompt,
  responses,
  brief,
  dialogue,
  mayLackResponses,
}: ItemDraft): Rejection | null {
  const isAsked = prompt.some(({ content, attachments }) => hasContent({ text: content, attachments }));
  if (!isAsked && brief === undefined) {
    return reject('prompt', 'empty_prompt', 'The prompt is empty. An item needs something to respond to.');
  }
  if (dialogue !== undefined && (!isAsked || prompt.at(-1)?.role === 'assistant')) {
    const message =
      'A dialogue goes on with the assistant’s replies, so the prompt before it must end with the user. Move the last reply into "dialogue".';
    return reject('dialogue', 'broken_tree', message);
  }
  const empty = responses.find((response) => !hasContent(response));
  if (empty) {
    return reject(
      empty.field,
      'empty_response',
      'This response is empty, so there is nothing to judge. Fill or remove it.',
    );
  }
  if (responses.length === 0 && mayLackResponses !== true) {
    return reject('responses', 'too_few_responses', 'This row has no response. An item needs at least one.');
  }
  if (responses.length > maxResponsesPerItem) {
    const message = `This row has ${responses.length} responses; an item holds at most ${maxResponsesPerItem}.`;
    return reject('responses', 'too_many_responses', message);
  }
  if (responses.length > 1 && responses.every((response) => isSame(response, responses[0]))) {
    const message = 'All responses are the same text, so there is nothing to compare.';
    return reject(responses[1]?.field ?? 'responses', 'identical_responses', message);
  }
  return null;
}

function isSame(one: ResponseDraft, other: ResponseDraft | undefined): boolean {
  const filesOf = ({ attachments = [] }: ResponseDraft) => attachments.map(({ mediaId }) => mediaId).join();
  return other !== undefined && one.text === other.text && filesOf(one) === filesOf(other);
}

function toResponse({ text, model, attachments, steps }: ResponseDraft, index: number): ItemResponse {
  return {
    id: responseIdAt(index),
    text,
    ...(model === undefined ? {} : { model }),
    ...(attachments && { attachments }),
    ...(steps && { steps }),
  };
}

/** Makes an item of a draft, or says what is wrong with it. */
export function buildItem(draft: ItemDraft): RecordOutcome {
  const problem = findDraftProblem(draft);
  if (problem) return leaveOut(problem);
  const item: SourceItem = {
    content: {
      prompt: draft.prompt,
      responses: draft.responses.map(toResponse),
      ...(draft.brief && { brief: draft.brief }),
      ...(draft.code && { code: draft.code }),
      ...(draft.dialogue && { dialogue: draft.dialogue }),
    },
    metadata: draft.metadata,
    ...(draft.sourceKey === undefined ? {} : { sourceKey: draft.sourceKey }),
    ...(draft.verdict === undefined ? {} : { verdict: draft.verdict }),
  };
  return accept(item);
}
