import type { Answers, PreferenceAnswer } from '#domain/judging/answers.ts';
import type { ReviewVerdict } from '#domain/review/decide-review.ts';

/** What a reviewer reads, and how they see the pair themselves. */
export interface ReviewedPair {
  readonly overallKey: string;
  readonly judged: Answers;
  /** With a reason. */
  readonly own: Answers;
  /** How far apart the two responses really are. */
  readonly gap: number;
  /** What the reviewer sees otherwise comes back to the author, and is not fixed by the reviewer. */
  readonly returns: boolean;
}

export interface SimulatedReview {
  readonly verdict: ReviewVerdict;
  readonly grade: 'correct' | 'minor' | 'major';
  readonly words: string;
  /** Of a correction. */
  readonly answers: Answers | null;
}

/** Below this a sensible colleague may disagree. */
const closeGap = 0.6;

/** Lets a simulated reviewer decide on a judgment: what they see likewise stands, what they see otherwise is fixed or comes back. */
export function simulateReview({ overallKey, judged, own, gap, returns }: ReviewedPair): SimulatedReview {
  const [theirs, mine] = [judged.pair[overallKey], own.pair[overallKey]];
  if (sideOf(theirs) === sideOf(mine)) return accept(theirs, mine);
  if (gap < closeGap)
    return {
      verdict: 'accepted',
      grade: 'minor',
      words: 'I lean the other way, but this pair is close and the choice can be defended.',
      answers: null,
    };
  const reason = own.justification ?? '';
  if (returns)
    return {
      verdict: 'returned',
      grade: 'major',
      words: `Please read both to the end once more. ${reason} If you stay with your choice, say why.`,
      answers: null,
    };
  return { verdict: 'fixed', grade: 'major', words: reason, answers: own };
}

function accept(theirs: PreferenceAnswer | undefined, mine: PreferenceAnswer | undefined): SimulatedReview {
  const surplus = strengthOf(theirs) - strengthOf(mine);
  const accepted = { verdict: 'accepted', answers: null } as const;
  if (surplus > 1)
    return {
      ...accepted,
      grade: 'minor',
      words: 'The right side, but the difference is smaller: see “Using the strength scale”.',
    };
  if (surplus < -1)
    return { ...accepted, grade: 'minor', words: 'The right side, but the gap is wider than you say.' };
  return { ...accepted, grade: 'correct', words: '' };
}

const sideOf = (answer: PreferenceAnswer | undefined) =>
  answer?.verdict === 'prefers' ? answer.responseId : answer?.verdict;

const strengthOf = (answer: PreferenceAnswer | undefined) =>
  answer?.verdict === 'prefers' ? answer.strength : 0;
