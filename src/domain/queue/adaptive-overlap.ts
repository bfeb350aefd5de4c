import { type Answers, ownValue } from '#domain/judging/answers.ts';
import { type Criterion, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { accuracyFromAgreement, oneCoinPosterior } from '#stats/aggregation/one-coin-posterior.ts';

/** How many judgments an item gets where that depends on what they say. */
export interface AdaptiveOverlap {
  /** No item is settled with fewer. */
  readonly least: number;
  /** No item gets more. */
  readonly most: number;
  /** From this certainty on an item is settled; above ½, below 1. */
  readonly certainty: number;
  /** Judgments that may be added beyond those that stopping early saves. */
  readonly extra: number;
}

export const adaptiveLimits = {
  judgments: 50,
  extra: 1_000_000,
  certainty: { least: 0.6, most: 0.999 },
} as const;

/** Why these numbers cannot be; null where they can. `overlap` is what an item gets at first. */
export function explainAdaptive(settings: AdaptiveOverlap, overlap: number): string | null {
  if (settings.least > settings.most)
    return `At least ${settings.least} cannot be more than at most ${settings.most}: lower one or raise the other.`;
  if (overlap < settings.least || overlap > settings.most)
    return `Items begin with ${overlap} judgments, which must lie between the least (${settings.least}) and the most (${settings.most}).`;
  return null;
}

/** The question that decides, and its possible answers. */
export interface DecidingQuestion {
  readonly key: string;
  readonly labels: readonly string[];
  readonly voteOf: (answers: Answers) => string | undefined;
}

/** The question that decides about an item; null where the rubric has none with a limited number of answers. */
export function decidingQuestion(rubric: Rubric, responseIds: readonly string[]): DecidingQuestion | null {
  const overall = rubric.overallKey === null ? undefined : findCriterion(rubric, rubric.overallKey);
  const criterion =
    overall ?? rubric.criteria.find(({ target, scale }) => target === 'task' && scale.kind === 'choice');
  return criterion === undefined ? null : questionOf(criterion, responseIds);
}

function questionOf(
  { key, scale, target }: Criterion,
  responseIds: readonly string[],
): DecidingQuestion | null {
  switch (scale.kind) {
    case 'preference':
      return {
        key,
        labels: [...responseIds, ...(scale.tie ? ['tie'] : []), ...(scale.bothBad ? ['both_bad'] : [])],
        voteOf: (answers) => {
          const answer = ownValue(answers.pair, key);
          return answer?.verdict === 'prefers' ? answer.responseId : answer?.verdict;
        },
      };
    case 'ranking':
      return {
        key,
        labels: [...responseIds, ...(scale.ties ? ['tie'] : []), ...(scale.allBad ? ['all_bad'] : [])],
        voteOf: (answers) => bestOf(answers, key),
      };
    case 'choice':
      if (target !== 'task') return null;
      return {
        key,
        labels: scale.options.map((option) => option.key),
        voteOf: (answers) => {
          const value = ownValue(answers.task, key);
          return typeof value === 'string' ? value : undefined;
        },
      };
    default:
      return null;
  }
}

/** The response at the head of a ranking. */
function bestOf(answers: Answers, key: string): string | undefined {
  const answer = ownValue(answers.ranking, key);
  if (answer?.verdict === 'all_bad') return 'all_bad';
  if (answer?.verdict === 'best_worst') return answer.best ?? undefined;
  const [head] = answer?.groups ?? [];
  return head === undefined || head.length === 1 ? head?.[0] : 'tie';
}

/** People are taken to be right this often until enough items are shared to know better. */
const usualAccuracy = 0.75;
/** Nobody is taken for perfect, nor for worse than chance. */
const accuracyWithin = { least: 0.55, most: 0.97 } as const;

/** How often people are right, by how often two of them agree; the usual where that is not known yet. */
export function commonAccuracy(agreement: number | null, labels: number): number {
  const found = agreement === null ? usualAccuracy : accuracyFromAgreement({ agreement, labels });
  return Math.min(accuracyWithin.most, Math.max(accuracyWithin.least, found));
}

export interface OverlapFacts {
  readonly settings: AdaptiveOverlap;
  readonly question: Pick<DecidingQuestion, 'labels'>;
  /** One a judgment that has a vote; without one it cannot decide anything. */
  readonly votes: readonly { readonly label: string; readonly accuracy: number }[];
  /** Judgments that are there. */
  readonly done: number;
  readonly wanted: number;
  /** Places that nobody holds. */
  readonly remaining: number;
  /** Judgments that may still be added to the project's items. */
  readonly balance: number;
}

export type OverlapDecision = { readonly label: string | null; readonly certainty: number } & (
  | { readonly kind: 'wait' }
  /** The places that are left are taken away. */
  | { readonly kind: 'settle'; readonly freed: number }
  /** One place more. */
  | { readonly kind: 'extend' }
  /** As many as may be, and still not sure: for experts. */
  | { readonly kind: 'split' }
);

/** Decides how many judgments an item needs, given what those that are there say. */
export function decideOverlap(facts: OverlapFacts): OverlapDecision {
  const { settings, votes, done, wanted, remaining, balance } = facts;
  const { label, certainty } = mostLikely(facts);
  const found = { label, certainty };
  if (votes.length > 0 && done >= settings.least && certainty >= settings.certainty)
    return { kind: 'settle', freed: remaining, ...found };
  // Places that are free or held will bring more.
  if (done < wanted) return { kind: 'wait', ...found };
  return done < settings.most && balance > 0 ? { kind: 'extend', ...found } : { kind: 'split', ...found };
}

function mostLikely({ question, votes }: OverlapFacts): { label: string | null; certainty: number } {
  const { labels } = question;
  const placed = votes.flatMap(({ label, accuracy }) => {
    const place = labels.indexOf(label);
    return place === -1 ? [] : [{ label: place, accuracy }];
  });
  if (labels.length < 2 || placed.length === 0) return { label: null, certainty: 0 };
  const posterior = oneCoinPosterior({ labels: labels.length, votes: placed });
  const certainty = Math.max(...posterior);
  return { label: labels[posterior.indexOf(certainty)] ?? null, certainty };
}
