import type { Message } from '#domain/items/item.ts';
import { buildItem } from './build-item.ts';
import { fieldOf, type JsonRecord, omitFields } from './json-record.ts';
import { inNeutralOrder } from './neutral-order.ts';
import { countSharedMessages } from './parse-messages.ts';
import { parseTranscript } from './parse-transcript.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome } from './source-item.ts';

interface Side {
  readonly prompt: Message[];
  readonly text: string;
}

function readSide(record: JsonRecord, field: string): Side | Rejection {
  const text = fieldOf(record, field);
  if (typeof text !== 'string') return reject(field, 'missing_field', `This row has no text in "${field}".`);
  const turns = parseTranscript(text);
  const last = turns?.pop();
  if (!turns || last?.role !== 'assistant') {
    const message =
      'This is no transcript that starts with "\\n\\nHuman:" and ends with an "\\n\\nAssistant:" turn.';
    return reject(field, 'not_a_transcript', message);
  }
  return { prompt: turns, text: last.content };
}

/** HH-RLHF: the prompt is everything before the last Assistant turn, and must be the same on both sides. */
export function normaliseHhRlhf(record: JsonRecord): RecordOutcome {
  const chosen = readSide(record, 'chosen');
  if (isRejection(chosen)) return leaveOut(chosen);
  const rejected = readSide(record, 'rejected');
  if (isRejection(rejected)) return leaveOut(rejected);
  const shared = countSharedMessages(chosen.prompt, rejected.prompt);
  if (shared !== chosen.prompt.length || shared !== rejected.prompt.length) {
    const message = `The two conversations differ at turn ${shared + 1}, before the last answer, so the answers cannot be compared.`;
    return leaveOut(reject('rejected', 'prompts_differ', message));
  }
  const outcome = buildItem({
    prompt: chosen.prompt,
    responses: [
      { text: chosen.text, field: 'chosen' },
      { text: rejected.text, field: 'rejected' },
    ],
    metadata: omitFields(record, ['chosen', 'rejected']),
    verdict: {
      dataset: 'hh_rlhf',
      judgedBy: 'human',
      preference: { verdict: 'prefers', responseId: 'r1', strength: null },
    },
  });
  return { ...outcome, items: outcome.items.map(inNeutralOrder) };
}
