import { buildItem } from './build-item.ts';
import { fieldOf, type JsonRecord, labelOf, omitFields } from './json-record.ts';
import { inNeutralOrder } from './neutral-order.ts';
import { readPair } from './read-pair.ts';
import { isRejection } from './rejection.ts';
import { leaveOut, type RecordOutcome } from './source-item.ts';

/** TRL preference rows: explicit or implicit prompt, text or messages. A margin stays in the metadata. */
export function normaliseTrlPreference(record: JsonRecord): RecordOutcome {
  const pair = readPair(record);
  if (isRejection(pair)) return leaveOut(pair);
  const outcome = buildItem({
    prompt: pair.prompt,
    responses: [
      { text: pair.chosen, field: 'chosen', model: labelOf(fieldOf(record, 'chosen_model')) },
      { text: pair.rejected, field: 'rejected', model: labelOf(fieldOf(record, 'rejected_model')) },
    ],
    sourceKey: labelOf(fieldOf(record, 'id')),
    metadata: omitFields(record, ['prompt', 'chosen', 'rejected', 'chosen_model', 'rejected_model', 'id']),
    verdict: {
      dataset: 'trl_preference',
      judgedBy: 'unknown',
      preference: { verdict: 'prefers', responseId: 'r1', strength: null },
    },
  });
  return { ...outcome, items: outcome.items.map(inNeutralOrder) };
}
