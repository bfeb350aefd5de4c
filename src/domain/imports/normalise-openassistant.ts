import { buildItem } from './build-item.ts';
import { fieldOf, isJsonRecord, type JsonRecord, labelOf, listOf, omitFields } from './json-record.ts';
import { parseDialogue } from './parse-dialogue.ts';
import { isRejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome } from './source-item.ts';

/**
 * A message tree of OpenAssistant: the first message is the prompt, all below it a recorded dialogue. Ranks and labels of
 * its replies are not taken over: whoever judges must not be led by them.
 */
export function normaliseOpenAssistant(record: JsonRecord): RecordOutcome {
  const prompt = fieldOf(record, 'prompt');
  const text = isJsonRecord(prompt) ? fieldOf(prompt, 'text') : undefined;
  if (!isJsonRecord(prompt) || typeof text !== 'string')
    return leaveOut(
      reject('prompt', 'missing_field', 'A tree begins with a "prompt" that has "text" and "replies".'),
    );
  const replies = fieldOf(prompt, 'replies');
  // An early tree may have no reply yet.
  const isBare = listOf(replies)?.length === 0;
  const dialogue = isBare ? undefined : parseDialogue(replies, 'prompt.replies');
  if (isRejection(dialogue)) return leaveOut(dialogue);
  return buildItem({
    prompt: [{ role: 'user', content: text }],
    responses: [],
    dialogue,
    sourceKey: labelOf(fieldOf(record, 'message_tree_id')),
    metadata: omitFields(record, ['message_tree_id', 'prompt']),
    mayLackResponses: true,
  });
}
