import { buildItem } from './build-item.ts';
import { fieldOf, type JsonRecord, labelOf, numberOf, omitFields } from './json-record.ts';
import { inNeutralOrder } from './neutral-order.ts';
import { readPair } from './read-pair.ts';
import { isRejection } from './rejection.ts';
import { leaveOut, type RecordOutcome, type SourcePreference, type SourceVerdict } from './source-item.ts';

/** The two spellings in use, brought to the first one. */
const otherNames: Readonly<Record<string, string>> = {
  instruction: 'prompt',
  chosen_response: 'chosen',
  rejected_response: 'rejected',
  chosen_avg_rating: 'score_chosen',
  rejected_avg_rating: 'score_rejected',
};

const ownFields = [
  'prompt',
  'prompt_id',
  'chosen',
  'rejected',
  'messages',
  'score_chosen',
  'score_rejected',
  'chosen_model',
  'rejected_model',
];

function withFirstSpelling(record: JsonRecord): JsonRecord {
  if (!Object.hasOwn(record, 'chosen_response')) return record;
  const rename = (name: string) => (Object.hasOwn(otherNames, name) ? (otherNames[name] ?? name) : name);
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [rename(name), value]));
}

function readVerdict(record: JsonRecord): SourceVerdict {
  const chosen = numberOf(fieldOf(record, 'score_chosen'));
  const rejected = numberOf(fieldOf(record, 'score_rejected'));
  // Where the scores are equal, the data set drew "chosen" by lot.
  const preference: SourcePreference =
    chosen !== null && chosen === rejected
      ? { verdict: 'tie' }
      : { verdict: 'prefers', responseId: 'r1', strength: null };
  const ratings = {
    ...(chosen === null ? {} : { r1: { score: chosen } }),
    ...(rejected === null ? {} : { r2: { score: rejected } }),
  };
  return { dataset: 'ultrafeedback_binarized', judgedBy: 'model', preference, ratings };
}

/** UltraFeedback as pairs, in both spellings in use (score_chosen, chosen_avg_rating). */
export function normaliseUltrafeedbackBinarized(original: JsonRecord): RecordOutcome {
  const record = withFirstSpelling(original);
  const pair = readPair(record);
  if (isRejection(pair)) return leaveOut(pair);
  const outcome = buildItem({
    prompt: pair.prompt,
    responses: [
      { text: pair.chosen, field: 'chosen', model: labelOf(fieldOf(record, 'chosen_model')) },
      { text: pair.rejected, field: 'rejected', model: labelOf(fieldOf(record, 'rejected_model')) },
    ],
    sourceKey: labelOf(fieldOf(record, 'prompt_id')),
    metadata: omitFields(record, ownFields),
    verdict: readVerdict(record),
  });
  return { ...outcome, items: outcome.items.map(inNeutralOrder) };
}
