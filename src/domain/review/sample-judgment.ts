import { type Answers, ownValue } from '#domain/judging/answers.ts';
import type { ReviewPlan } from './review-plan.ts';

/** Why a judgment is looked at. */
export type SampleReason =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'newcomer'; readonly first: number }
  | { readonly kind: 'person'; readonly share: number }
  | { readonly kind: 'criterion'; readonly criterionKey: string; readonly share: number }
  | { readonly kind: 'differs'; readonly others: number }
  | { readonly kind: 'fast' }
  | { readonly kind: 'flagged' }
  | { readonly kind: 'low_confidence' }
  | { readonly kind: 'redone' }
  | { readonly kind: 'amended' }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'reviewers_differ' };

/** What of a judgment decides whether it is sampled. */
export interface SampleFacts {
  readonly annotatorId: string;
  readonly answers: Answers;
  /** Which judgment of this annotator in the project it is, from 1. */
  readonly ordinal: number;
  readonly activeMs: number;
  /** Of the prompt and the responses together. */
  readonly characters: number;
  readonly isFlagged: boolean;
  /** How many others judged the item, and how many of them said something else. */
  readonly others: number;
  readonly differing: number;
}

/** Nobody reads faster than this: about 1,500 words a minute. */
const charactersASecond = 150;
/** Short texts are judged at a glance. */
const leastCharacters = 400;

export function isFast({ activeMs, characters }: Pick<SampleFacts, 'activeMs' | 'characters'>): boolean {
  return characters >= leastCharacters && characters * 1_000 > activeMs * charactersASecond;
}

/** Whether a judgment stands against at least two others, and against more than half of them. */
export function standsApart({ others, differing }: Pick<SampleFacts, 'others' | 'differing'>): boolean {
  return differing >= 2 && differing * 2 > others;
}

const records = [
  'pair',
  'ranking',
  'response',
  'task',
  'turn',
  'step',
  'span',
  'region',
  'writing',
  'chat',
  'runs',
] as const;

/** Whether the answers say anything to a criterion; an empty list of marks says "nothing to mark". */
export function answersCriterion(answers: Answers, criterionKey: string): boolean {
  return records.some((name) => ownValue<unknown>(answers[name], criterionKey) !== undefined);
}

/**
 * Why a judgment enters the review queue; none where it does not. `draw` gives a number from 0 up to 1 for each rule,
 * always the same for the same judgment: it comes from a secret of the server, so that nobody can tell beforehand.
 */
export function sampleJudgment(
  plan: ReviewPlan,
  facts: SampleFacts,
  draw: (rule: string) => number,
): SampleReason[] {
  if (!plan.isOn) return [];
  const { risk } = plan;
  const reasons: SampleReason[] = [];
  if (risk.differs && standsApart(facts)) reasons.push({ kind: 'differs', others: facts.differing });
  if (risk.flagged && facts.isFlagged) reasons.push({ kind: 'flagged' });
  if (risk.fast && isFast(facts)) reasons.push({ kind: 'fast' });
  if (risk.lowConfidence && facts.answers.confidence === 1) reasons.push({ kind: 'low_confidence' });
  if (facts.ordinal <= plan.newcomers) reasons.push({ kind: 'newcomer', first: plan.newcomers });
  const own = plan.people.find(({ personId }) => personId === facts.annotatorId);
  if (own !== undefined && draw('person') < own.share) reasons.push({ kind: 'person', share: own.share });
  for (const { criterionKey, share } of plan.criteria)
    if (answersCriterion(facts.answers, criterionKey) && draw(`criterion:${criterionKey}`) < share)
      reasons.push({ kind: 'criterion', criterionKey, share });
  if (draw('share') < plan.share) reasons.push({ kind: 'share', share: plan.share });
  return reasons;
}

/** Where in the queue: disputes before what came back, that before what was sampled. */
export function placeOf(reasons: readonly SampleReason[]): number {
  const kinds = reasons.map(({ kind }) => kind);
  if (kinds.includes('disputed') || kinds.includes('reviewers_differ')) return 0;
  if (kinds.includes('redone') || kinds.includes('amended')) return 1;
  return 2;
}
