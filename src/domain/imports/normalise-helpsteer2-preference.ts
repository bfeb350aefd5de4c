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
import { parseHelpsteerPrompt } from './parse-helpsteer-prompt.ts';
import { reject } from './rejection.ts';
import { readSignedStrength } from './signed-strength.ts';
import { leaveOut, type RecordOutcome, type SourceVote } from './source-item.ts';

const strengthScale = 3;
const ownFields = [
  'prompt',
  'response_1',
  'response_2',
  'preference_strength',
  'all_preferences_unprocessed',
];

function readVotes(value: JsonValue | undefined): SourceVote[] {
  return (listOf(value) ?? []).flatMap((vote) => {
    const strength = isJsonRecord(vote) ? numberOf(fieldOf(vote, 'strength')) : null;
    const preference = strength === null ? null : readSignedStrength(strength, strengthScale);
    return preference && isJsonRecord(vote) ? [{ preference, details: omitFields(vote, ['strength']) }] : [];
  });
}

/** HelpSteer2-Preference: a strength from -3 (the first response is better) to 3 (the second). */
export function normaliseHelpsteer2Preference(record: JsonRecord): RecordOutcome {
  const prompt = fieldOf(record, 'prompt');
  const one = fieldOf(record, 'response_1');
  const other = fieldOf(record, 'response_2');
  if (typeof prompt !== 'string' || typeof one !== 'string' || typeof other !== 'string') {
    const field =
      typeof prompt !== 'string' ? 'prompt' : typeof one !== 'string' ? 'response_1' : 'response_2';
    return leaveOut(reject(field, 'missing_field', `This row has no text in "${field}".`));
  }
  const strength = numberOf(fieldOf(record, 'preference_strength'));
  const preference = strength === null ? null : readSignedStrength(strength, strengthScale);
  if (!preference) {
    const message = 'The preference strength must be a number from -3 to 3, or -100 for "neither is valid".';
    return leaveOut(reject('preference_strength', 'unknown_verdict', message));
  }
  return buildItem({
    prompt: parseHelpsteerPrompt(prompt),
    responses: [
      { text: one, field: 'response_1' },
      { text: other, field: 'response_2' },
    ],
    metadata: omitFields(record, ownFields),
    verdict: {
      dataset: 'helpsteer2_preference',
      judgedBy: 'human',
      preference,
      strengthScale,
      votes: readVotes(fieldOf(record, 'all_preferences_unprocessed')),
    },
  });
}
