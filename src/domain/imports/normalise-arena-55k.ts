import { buildItem } from './build-item.ts';
import { fieldOf, type JsonRecord, labelOf, listOf, numberOf, omitFields } from './json-record.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome, type SourcePreference } from './source-item.ts';

const ownFields = [
  'id',
  'model_a',
  'model_b',
  'prompt',
  'response_a',
  'response_b',
  'winner_model_a',
  'winner_model_b',
  'winner_tie',
];

/** Each cell is a list of turns as JSON text. A null turn is an answer that never came: empty. */
function readOnlyTurn(record: JsonRecord, field: string): string | Rejection {
  const turns = listOf(fieldOf(record, field));
  if (!turns || turns.length === 0) {
    return reject(field, 'wrong_type', `"${field}" must be a list with one text a turn, such as ["Hello"].`);
  }
  if (turns.length > 1) {
    const message = `This row has ${turns.length} turns. The conversations part after the first answer; an item has one conversation for all responses.`;
    return reject(field, 'prompts_differ', message);
  }
  const turn = turns[0] ?? '';
  return typeof turn === 'string' ? turn : reject(field, 'wrong_type', `The turn in "${field}" is no text.`);
}

function readWinner(record: JsonRecord): SourcePreference | null {
  const [one, other, tie] = ['winner_model_a', 'winner_model_b', 'winner_tie'].map(
    (name) => numberOf(fieldOf(record, name)) === 1,
  );
  if (Number(one) + Number(other) + Number(tie) !== 1) return null;
  return tie ? { verdict: 'tie' } : { verdict: 'prefers', responseId: one ? 'r1' : 'r2', strength: null };
}

/** The arena's 55k release: turns as JSON lists, and exactly one of three winner columns set. */
export function normaliseArena55k(record: JsonRecord): RecordOutcome {
  const texts: string[] = [];
  for (const field of ['prompt', 'response_a', 'response_b']) {
    const text = readOnlyTurn(record, field);
    if (isRejection(text)) return leaveOut(text);
    texts.push(text);
  }
  const preference = readWinner(record);
  if (!preference) {
    const message = 'Exactly one of winner_model_a, winner_model_b and winner_tie must be 1.';
    return leaveOut(reject('winner_model_a', 'unknown_verdict', message));
  }
  const [prompt = '', one = '', other = ''] = texts;
  return buildItem({
    prompt: [{ role: 'user', content: prompt }],
    responses: [
      { text: one, field: 'response_a', model: labelOf(fieldOf(record, 'model_a')) },
      { text: other, field: 'response_b', model: labelOf(fieldOf(record, 'model_b')) },
    ],
    sourceKey: labelOf(fieldOf(record, 'id')),
    metadata: omitFields(record, ownFields),
    verdict: { dataset: 'arena_55k', judgedBy: 'human', preference },
  });
}
