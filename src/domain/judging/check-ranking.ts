import type { RankingScale } from '#domain/rubrics/scale.ts';
import type { RankingAnswer } from './answers.ts';
import type { Purpose } from './check-value.ts';

interface RankingToCheck {
  readonly scale: RankingScale;
  readonly responseIds: readonly string[];
  readonly purpose: Purpose;
}

/** Says why a ranking does not fit its scale and item; null where it does. */
export function explainRanking(answer: RankingAnswer, check: RankingToCheck): string | null {
  const { scale } = check;
  if (answer.verdict === 'all_bad') {
    return scale.allBad ? null : 'This ranking has no “all bad”. Rank the responses.';
  }
  if (answer.verdict === 'best_worst') {
    if (scale.mode === 'best_worst') return explainBestWorst(answer, check);
    return 'This criterion asks for all responses in order, not for the best and the worst alone.';
  }
  if (scale.mode !== 'full') return 'This criterion asks for the best and the worst response only.';
  return explainGroups(answer, check);
}

/** True where the ranking says all that its scale asks for. */
export function isRankingComplete(answer: RankingAnswer, responseIds: readonly string[]): boolean {
  if (answer.verdict === 'all_bad') return true;
  if (answer.verdict === 'best_worst') return answer.best !== null && answer.worst !== null;
  return answer.groups.flat().length + (answer.unrankable?.length ?? 0) === responseIds.length;
}

function explainBestWorst(
  { best, worst }: Extract<RankingAnswer, { verdict: 'best_worst' }>,
  { responseIds, purpose }: RankingToCheck,
): string | null {
  const stranger = [best, worst].find((id) => id !== null && !responseIds.includes(id)) ?? null;
  if (stranger !== null) return sayStranger(stranger, responseIds);
  if (best !== null && best === worst) return 'One response cannot be the best and the worst. Choose two.';
  if (purpose === 'draft' || (best !== null && worst !== null)) return null;
  return `The ${best === null ? 'best' : 'worst'} response is still to be chosen.`;
}

function explainGroups(
  { groups, unrankable = [] }: Extract<RankingAnswer, { verdict: 'ranked' }>,
  { scale, responseIds, purpose }: RankingToCheck,
): string | null {
  const named = [...groups.flat(), ...unrankable];
  const stranger = named.find((id) => !responseIds.includes(id));
  if (stranger !== undefined) return sayStranger(stranger, responseIds);
  if (new Set(named).size !== named.length) return 'A response has two ranks. Give each one rank.';
  if (groups.some((group) => group.length === 0)) return 'A rank is empty. Leave it out.';
  if (!scale.ties && groups.some((group) => group.length > 1))
    return 'This ranking has no ties. Give each response a rank of its own.';
  if (!scale.unrankable && unrankable.length > 0) return 'Every response must be given a rank here.';
  if (purpose === 'draft' || named.length === responseIds.length) return null;
  const count = responseIds.length - named.length;
  return `${count} of ${responseIds.length} responses ${count === 1 ? 'has' : 'have'} no rank yet.`;
}

function sayStranger(id: string, responseIds: readonly string[]): string {
  return `The item has no response "${id}"; it has ${responseIds.join(', ')}.`;
}
