import { responseIdAt } from '#domain/items/item.ts';
import { buildItem, type ResponseDraft } from './build-item.ts';
import {
  fieldOf,
  isJsonRecord,
  type JsonRecord,
  labelOf,
  listOf,
  numberOf,
  omitFields,
} from './json-record.ts';
import { parsePrompt } from './parse-messages.ts';
import { isRejection, reject } from './rejection.ts';
import { leaveOut, type RecordOutcome } from './source-item.ts';

/** Reads the ratings of one completion. A rating is text in this data, and may be "N/A". */
function readRatings(completion: JsonRecord): Record<string, number> {
  const annotations = fieldOf(completion, 'annotations');
  if (!isJsonRecord(annotations)) return {};
  const ratings = Object.entries(annotations).flatMap(([aspect, annotation]): [string, number][] => {
    const rating = isJsonRecord(annotation) ? numberOf(fieldOf(annotation, 'Rating')) : null;
    return rating === null ? [] : [[aspect.replaceAll('-', '_'), rating]];
  });
  return Object.fromEntries(ratings);
}

/**
 * UltraFeedback: one item with all completions. `overall_score` is left in the metadata and not used, because
 * it is known to say 10 for many completions that deserved 1; the four ratings are what to go by.
 */
export function normaliseUltrafeedback(record: JsonRecord): RecordOutcome {
  const prompt = parsePrompt(fieldOf(record, 'instruction'), 'instruction');
  if (isRejection(prompt)) return leaveOut(prompt);
  const completions = listOf(fieldOf(record, 'completions'));
  if (!completions?.every(isJsonRecord)) {
    return leaveOut(
      reject('completions', 'wrong_type', 'The completions must be a list of objects with a response.'),
    );
  }
  const responses: ResponseDraft[] = [];
  for (const [index, completion] of completions.entries()) {
    const field = `completions[${index}].response`;
    const text = fieldOf(completion, 'response');
    if (typeof text !== 'string')
      return leaveOut(reject(field, 'missing_field', 'This completion has no response text.'));
    responses.push({ text, field, model: labelOf(fieldOf(completion, 'model')) });
  }
  const ratings = completions.map(
    (completion, index) => [responseIdAt(index), readRatings(completion)] as const,
  );
  return buildItem({
    prompt,
    responses,
    metadata: {
      ...omitFields(record, ['instruction', 'completions', 'models']),
      completions: completions.map((completion) => omitFields(completion, ['response', 'model'])),
    },
    verdict: { dataset: 'ultrafeedback', judgedBy: 'model', ratings: Object.fromEntries(ratings) },
  });
}
