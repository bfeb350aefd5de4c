import { buildItem } from './build-item.ts';
import {
  fieldOf,
  isJsonRecord,
  type JsonRecord,
  type JsonValue,
  listOf,
  numberOf,
  omitFields,
} from './json-record.ts';
import { parsePrompt } from './parse-messages.ts';
import { isRejection, reject } from './rejection.ts';
import { readSignedStrength } from './signed-strength.ts';
import { leaveOut, type RecordOutcome, type SourceVote } from './source-item.ts';

const strengthScale = 3;
const ownFields = ['context', 'response1', 'response2', 'overall_preference', 'individual_preference'];

function readVotes(value: JsonValue | undefined): SourceVote[] {
  return (listOf(value) ?? []).flatMap((vote) => {
    const score = isJsonRecord(vote) ? numberOf(fieldOf(vote, 'score')) : null;
    const preference = score === null ? null : readSignedStrength(score, strengthScale);
    return preference && isJsonRecord(vote) ? [{ preference, details: omitFields(vote, ['score']) }] : [];
  });
}

/** HelpSteer3: a conversation, two responses, and a preference from -3 (the first is better) to 3. */
export function normaliseHelpsteer3(record: JsonRecord): RecordOutcome {
  const prompt = parsePrompt(fieldOf(record, 'context'), 'context');
  if (isRejection(prompt)) return leaveOut(prompt);
  const one = fieldOf(record, 'response1');
  const other = fieldOf(record, 'response2');
  if (typeof one !== 'string' || typeof other !== 'string') {
    const field = typeof one !== 'string' ? 'response1' : 'response2';
    return leaveOut(reject(field, 'missing_field', `This row has no text in "${field}".`));
  }
  const score = numberOf(fieldOf(record, 'overall_preference'));
  const preference = score === null ? null : readSignedStrength(score, strengthScale);
  if (!preference) {
    const message = 'The overall preference must be a number from -3 to 3, or -100 for "neither is valid".';
    return leaveOut(reject('overall_preference', 'unknown_verdict', message));
  }
  return buildItem({
    prompt,
    responses: [
      { text: one, field: 'response1' },
      { text: other, field: 'response2' },
    ],
    metadata: omitFields(record, ownFields),
    verdict: {
      dataset: 'helpsteer3',
      judgedBy: 'human',
      preference,
      strengthScale,
      votes: readVotes(fieldOf(record, 'individual_preference')),
    },
  });
}
