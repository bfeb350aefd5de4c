import type { RankingAnswer } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { ranksOf } from '#domain/judging/pair-signs.ts';
import { say } from '#web/messages/say.ts';

interface Shown {
  /** In the order on screen. */
  readonly responseIds: readonly string[];
}

/** Where a response stands, such as "B, rank 2 of 4, tied with C". */
export function describePlace(
  answer: RankingAnswer | undefined,
  { responseId, responseIds }: Shown & { readonly responseId: string },
): string {
  const letterOf = (id: string) => letterAt(responseIds.indexOf(id));
  const letter = letterOf(responseId);
  if (answer?.verdict === 'all_bad') return say('{letter}, all are bad', { letter });
  if (answer?.verdict === 'best_worst') {
    if (answer.best === responseId) return say('{letter}, the best', { letter });
    return answer.worst === responseId
      ? say('{letter}, the worst', { letter })
      : say('{letter}, neither best nor worst', { letter });
  }
  if (answer?.unrankable?.includes(responseId)) return say('{letter}, cannot be ranked', { letter });
  const rank = ranksOf(answer?.groups ?? []).get(responseId);
  if (rank === undefined) return say('{letter}, no rank yet', { letter });
  const count = responseIds.length;
  const group = answer?.groups.find((each) => each.includes(responseId)) ?? [];
  const others = group.filter((id) => id !== responseId).map(letterOf);
  return others.length === 0
    ? say('{letter}, rank {rank, number} of {count, number}', { letter, rank, count })
    : say('{letter}, rank {rank, number} of {count, number}, tied with {others}', {
        letter,
        rank,
        count,
        others: others.join(', '),
      });
}

/** What to say after a change: where the one response stands that changed, else the whole order. */
export function announceRanking(
  before: RankingAnswer | undefined,
  { answer, responseIds }: Shown & { readonly answer: RankingAnswer | undefined },
): string {
  if (answer === undefined) return say('Nothing is ranked.');
  if (answer.verdict === 'all_bad') return say('All are bad.');
  const changed = responseIds.filter(
    (responseId) =>
      describePlace(before, { responseId, responseIds }) !==
      describePlace(answer, { responseId, responseIds }),
  );
  const [only] = changed;
  if (only !== undefined && changed.length === 1)
    return describePlace(answer, { responseId: only, responseIds });
  return changed.map((responseId) => describePlace(answer, { responseId, responseIds })).join('; ');
}
