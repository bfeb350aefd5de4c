import { type Rejection, reject } from './rejection.ts';
import type { SourceItem } from './source-item.ts';

/** How many responses the project's rubric can be asked about. */
export interface ResponseRange {
  readonly fewest: number;
  readonly most: number;
}

/** Says why a rubric cannot be asked about an item; null where it can. */
export function explainMisfit(item: SourceItem, { fewest, most }: ResponseRange): Rejection | null {
  const count = item.content.responses.length;
  if (count < fewest) {
    const message = `This row has ${count === 1 ? '1 response' : `${count} responses`}; the project's rubric needs at least ${fewest}.`;
    return reject('responses', 'too_few_responses', message);
  }
  if (count <= most) return null;
  return reject(
    'responses',
    'too_many_responses',
    `This row has ${count} responses; the project's rubric takes at most ${most}.`,
  );
}
