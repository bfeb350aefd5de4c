import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';

/** Why people differed on an item. */
export const adjudicationCauses = [
  'slip',
  'guideline_gap',
  'ambiguous_item',
  'expertise',
  'bad_item',
] as const;
export type AdjudicationCause = (typeof adjudicationCauses)[number];

/** What else a final answer brings about, in the same step. */
export const adjudicationOutcomes = ['gold', 'precedent', 'feedback', 'drop'] as const;
export type AdjudicationOutcome = (typeof adjudicationOutcomes)[number];

/** What somebody who settles an item says. */
export interface AdjudicationWish {
  readonly hasAnswers: boolean;
  readonly cause: AdjudicationCause;
  readonly words: string;
  readonly outcomes: readonly AdjudicationOutcome[];
}

export interface AdjudicationFacts {
  readonly wish: AdjudicationWish;
  readonly mayManage: boolean;
  /** The final answer that stands now, and the one that was seen. */
  readonly currentId: string | null;
  readonly seenId: string | null;
  readonly judgments: number;
}

/** Decides whether a final answer is taken. */
export function decideAdjudication(
  facts: AdjudicationFacts,
): { readonly kind: 'accept' } | Refusal<'adjudication_invalid' | 'adjudication_superseded' | 'not_allowed'> {
  const { wish, currentId, seenId } = facts;
  if (currentId !== seenId)
    return refuse(
      'adjudication_superseded',
      'Somebody else settled this item meanwhile. Load it again and see what they said.',
      { details: { currentId } },
    );
  if (facts.judgments === 0)
    return refuse('adjudication_invalid', 'Nobody has judged this item yet, so there is nothing to settle.');
  const problem = explainWish(wish);
  if (problem !== null) return refuse('adjudication_invalid', problem);
  if (wish.outcomes.includes('gold') && !facts.mayManage)
    return refuse('not_allowed', 'Only a lead sets gold answers: leave that out, or ask one.');
  return { kind: 'accept' };
}

/** What of a final answer cannot be, in words; null where nothing is wrong. */
export function explainWish({ hasAnswers, cause, words, outcomes }: AdjudicationWish): string | null {
  const isDropped = outcomes.includes('drop');
  if (!hasAnswers && cause !== 'bad_item')
    return 'A final answer is missing: give one, pick a judgment’s, or say that the item is bad.';
  if (isDropped && cause !== 'bad_item') return 'Only a bad item is dropped: change the cause, or keep it.';
  if (isDropped && outcomes.includes('gold')) return 'An item that is dropped cannot be gold: choose one.';
  if (!hasAnswers && outcomes.includes('gold')) return 'Gold needs a final answer: give one first.';
  if ((outcomes.includes('precedent') || outcomes.includes('feedback')) && words.trim() === '')
    return 'Say in words what holds from now on, or what the guidelines lack.';
  return null;
}
