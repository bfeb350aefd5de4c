import type { RankingAnswer } from '#domain/judging/answers.ts';
import { ranksOf } from '#domain/judging/pair-signs.ts';

/** One place in the order from best to worst, filled or still open. */
export interface RankPlace {
  readonly responseId: string | null;
  /** From 1; those that are tied share one. */
  readonly rank: number | null;
  /** The group of the answer that it belongs to. */
  readonly group: number | null;
  /** Shares its rank with the place before. */
  readonly isTied: boolean;
}

/** As many places as there are responses, so that the row never changes its width. */
export function listRankPlaces(
  answer: RankingAnswer | undefined,
  responseIds: readonly string[],
): readonly RankPlace[] {
  const groups = answer?.verdict === 'ranked' ? answer.groups : [];
  const ranks = ranksOf(groups);
  const filled = groups.flatMap((group, index) =>
    group.map((responseId, at) => ({
      responseId,
      rank: ranks.get(responseId) ?? null,
      group: index,
      isTied: at > 0,
    })),
  );
  const open = { responseId: null, rank: null, group: null, isTied: false };
  return [...filled, ...responseIds.slice(filled.length).map(() => open)];
}

/** The responses that nothing has been said about yet, in the order on screen. */
export function listOpen(
  answer: RankingAnswer | undefined,
  responseIds: readonly string[],
): readonly string[] {
  if (answer?.verdict === 'all_bad') return [];
  if (answer?.verdict === 'best_worst')
    return responseIds.filter((id) => id !== answer.best && id !== answer.worst);
  const placed = answer === undefined ? [] : [...answer.groups.flat(), ...(answer.unrankable ?? [])];
  return responseIds.filter((id) => !placed.includes(id));
}

export function unrankableOf(answer: RankingAnswer | undefined): readonly string[] {
  return answer?.verdict === 'ranked' ? (answer.unrankable ?? []) : [];
}
