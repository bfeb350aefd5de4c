import type { RankingAnswer } from './answers.ts';

/**
 * A ranking as comparisons of two: "r1-r2" with -1 where r1 is better, 1 where r2 is, 0 for a tie. Pairs that the
 * ranking says nothing about are left out: those with a response that could not be ranked, everything where all are
 * bad, and of best–worst the pairs with neither of the two.
 */
export function listPairSigns(answer: RankingAnswer, responseIds: readonly string[]): [string, -1 | 0 | 1][] {
  if (answer.verdict === 'all_bad') return [];
  const rankOf = answer.verdict === 'ranked' ? ranksOf(answer.groups) : bestWorstRanks(answer, responseIds);
  const isBestWorst = answer.verdict === 'best_worst';
  return responseIds.flatMap((one, index) =>
    responseIds.slice(index + 1).flatMap((other): [string, -1 | 0 | 1][] => {
      const [rank, otherRank] = [rankOf.get(one), rankOf.get(other)];
      if (rank === undefined || otherRank === undefined) return [];
      if (isBestWorst && rank === otherRank) return [];
      return [[`${one}-${other}`, rank === otherRank ? 0 : rank < otherRank ? -1 : 1]];
    }),
  );
}

/** Response id → rank from 1 (best); those that are tied share one. */
export function ranksOf(groups: readonly (readonly string[])[]): Map<string, number> {
  const ranks = new Map<string, number>();
  let rank = 1;
  for (const group of groups) {
    for (const id of group) ranks.set(id, rank);
    rank += group.length;
  }
  return ranks;
}

function bestWorstRanks(
  { best, worst }: Extract<RankingAnswer, { verdict: 'best_worst' }>,
  responseIds: readonly string[],
): Map<string, number> {
  return new Map(responseIds.map((id) => [id, id === best ? 1 : id === worst ? 3 : 2]));
}
