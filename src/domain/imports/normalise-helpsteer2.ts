import { responseIdAt } from '#domain/items/item.ts';
import { buildItem } from './build-item.ts';
import { fieldOf, type JsonRecord, type JsonValue, listOf, numberOf, omitFields } from './json-record.ts';
import { parseHelpsteerPrompt } from './parse-helpsteer-prompt.ts';
import { type Rejection, reject } from './rejection.ts';
import type { RecordOutcome, SourceVerdict } from './source-item.ts';

export const helpsteerAttributes = [
  'helpfulness',
  'correctness',
  'coherence',
  'complexity',
  'verbosity',
] as const;

/** One person's rating, or a list of them as in the "disagreements" files. */
function readVotes(value: JsonValue | undefined): number[] {
  const values = listOf(value) ?? [value];
  return values.flatMap((entry) => numberOf(entry) ?? []);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function readVerdict(records: readonly JsonRecord[]): SourceVerdict {
  const votes = records.map((record, index) => {
    const read = helpsteerAttributes.map((name) => [name, readVotes(fieldOf(record, name))] as const);
    return [responseIdAt(index), read.filter(([, numbers]) => numbers.length > 0)] as const;
  });
  const ratings = votes.map(([id, read]) => [
    id,
    Object.fromEntries(read.map(([name, all]) => [name, mean(all)])),
  ]);
  const severalPeople = votes.some(([, read]) => read.some(([, numbers]) => numbers.length > 1));
  const ratingVotes = votes.map(([id, read]) => [id, Object.fromEntries(read)]);
  return {
    dataset: 'helpsteer2',
    judgedBy: 'human',
    ratings: Object.fromEntries(ratings),
    ...(severalPeople ? { ratingVotes: Object.fromEntries(ratingVotes) } : {}),
  };
}

/** Checks one row before it waits for the others of its prompt, so that a bad row is reported alone. */
export function findHelpsteer2Problem(record: JsonRecord): Rejection | null {
  for (const field of ['prompt', 'response']) {
    const text = fieldOf(record, field);
    if (typeof text !== 'string')
      return reject(field, 'missing_field', `This row has no text in "${field}".`);
  }
  if (String(fieldOf(record, 'response')).trim() === '') {
    return reject(
      'response',
      'empty_response',
      'This response is empty, so there is nothing to judge. Fill or remove it.',
    );
  }
  return null;
}

/** HelpSteer2: the rows of one prompt as one item, rated 0 to 4 on five attributes. */
export function normaliseHelpsteer2(records: readonly JsonRecord[]): RecordOutcome {
  const prompt = parseHelpsteerPrompt(String(fieldOf(records[0] ?? {}, 'prompt') ?? ''));
  const rest = records.map((record) => omitFields(record, ['prompt', 'response', ...helpsteerAttributes]));
  const hasRest = rest.some((fields) => Object.keys(fields).length > 0);
  return buildItem({
    prompt,
    responses: records.map((record) => ({
      text: String(fieldOf(record, 'response') ?? ''),
      field: 'response',
    })),
    metadata: records.length === 1 ? (rest[0] ?? {}) : hasRest ? { rows: rest } : {},
    verdict: readVerdict(records),
  });
}
