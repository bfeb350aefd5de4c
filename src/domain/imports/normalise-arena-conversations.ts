import type { Message } from '#domain/items/item.ts';
import { buildItem } from './build-item.ts';
import {
  fieldOf,
  type JsonRecord,
  type JsonValue,
  labelOf,
  listOf,
  numberOf,
  omitFields,
} from './json-record.ts';
import { countSharedMessages, messageListOf, parseMessages } from './parse-messages.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome, type SourcePreference } from './source-item.ts';

const ownFields = ['question_id', 'model_a', 'model_b', 'winner', 'conversation_a', 'conversation_b'];

/** Reads the arena's winner; "bothbad" is no tie, and the spellings of ties vary. */
export function readArenaWinner(value: JsonValue | undefined): SourcePreference | null {
  if (value === 'model_a') return { verdict: 'prefers', responseId: 'r1', strength: null };
  if (value === 'model_b') return { verdict: 'prefers', responseId: 'r2', strength: null };
  if (typeof value !== 'string') return null;
  if (value.includes('bothbad') || value === 'both_bad') return { verdict: 'both_bad' };
  return value.includes('tie') ? { verdict: 'tie' } : null;
}

/** Cuts a conversation after the answer to its n-th user turn: with `turn` 1 only the first exchange was judged. */
function cutAfterTurn(messages: readonly Message[], turn: number | null): readonly Message[] {
  if (turn === null) return messages;
  let userTurns = 0;
  const end = messages.findIndex((message) => {
    userTurns += message.role === 'user' ? 1 : 0;
    return userTurns > turn;
  });
  return end < 0 ? messages : messages.slice(0, end);
}

function readConversation(record: JsonRecord, field: string): readonly Message[] | Rejection {
  const list = messageListOf(fieldOf(record, field));
  if (!list) return reject(field, 'missing_field', `This row has no list of messages in "${field}".`);
  const messages = parseMessages(list, field);
  if (isRejection(messages)) return messages;
  const judged = cutAfterTurn(messages, numberOf(fieldOf(record, 'turn')));
  if (judged.at(-1)?.role === 'assistant') return judged;
  return reject(field, 'empty_response', 'This conversation does not end with an answer.');
}

/** Chatbot arena and MT-Bench rows. Conversations that part ways before the last answer are left out. */
export function normaliseArenaConversations(record: JsonRecord): RecordOutcome {
  const one = readConversation(record, 'conversation_a');
  if (isRejection(one)) return leaveOut(one);
  const other = readConversation(record, 'conversation_b');
  if (isRejection(other)) return leaveOut(other);
  const prompt = one.slice(0, -1);
  const shared = countSharedMessages(prompt, other.slice(0, -1));
  if (shared !== prompt.length || shared !== other.length - 1) {
    const message = `The two conversations part at message ${shared + 1}, before the last answer; an item has one conversation for all responses.`;
    return leaveOut(reject('conversation_b', 'prompts_differ', message));
  }
  const preference = readArenaWinner(fieldOf(record, 'winner'));
  if (!preference) {
    const message = 'The winner must be model_a, model_b, tie or tie (bothbad).';
    return leaveOut(reject('winner', 'unknown_verdict', message));
  }
  return buildItem({
    prompt,
    responses: [
      {
        text: one.at(-1)?.content ?? '',
        field: 'conversation_a',
        model: labelOf(fieldOf(record, 'model_a')),
      },
      {
        text: other.at(-1)?.content ?? '',
        field: 'conversation_b',
        model: labelOf(fieldOf(record, 'model_b')),
      },
    ],
    sourceKey: labelOf(fieldOf(record, 'question_id')),
    metadata: omitFields(record, ownFields),
    verdict: {
      dataset: 'arena_conversations',
      // MT-Bench names its model judges as a list, people by a name.
      judgedBy: listOf(fieldOf(record, 'judge')) ? 'model' : 'human',
      preference,
    },
  });
}
