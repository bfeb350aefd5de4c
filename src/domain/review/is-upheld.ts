import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { comparedValues } from './count-differing.ts';
import type { ReviewVerdict } from './decide-review.ts';

interface Settled {
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
  readonly verdict: ReviewVerdict;
  /** What the author said, what the reviewer made of it, and the item's final answer. */
  readonly judged: Answers;
  readonly corrected: Answers | null;
  readonly final: Answers;
}

/**
 * Whether the final answer to an item agrees with a reviewer: what was accepted or corrected says the same, what was
 * returned says something else.
 */
export function isUpheld({ rubric, responseIds, verdict, judged, corrected, final }: Settled): boolean {
  const saidBy = (answers: Answers) => comparedValues(rubric, responseIds, answers);
  const stood = saidBy(corrected ?? judged) === saidBy(final);
  return verdict === 'returned' ? !stood : stood;
}
