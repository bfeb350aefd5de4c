import type { RankingAnswer, ScaleValue } from '#domain/judging/answers.ts';
import { listPairSigns } from '#domain/judging/pair-signs.ts';
import { signedPreference } from '#domain/results/agreement-values.ts';
import type { UnitAnswer } from './expectations.ts';
import type { Tolerance } from './gold.ts';

interface Expected {
  readonly expectation: UnitAnswer;
  readonly tolerance: Tolerance;
  /** The item's own order. */
  readonly responseIds: readonly string[];
}

/** Whether an answer lies as near to the expected one as its tolerance asks. */
export function isWithin(given: UnitAnswer, { expectation, tolerance, responseIds }: Expected): boolean {
  if (given.kind === 'preference' && expectation.kind === 'preference') {
    const [one, other] = [given, expectation].map(({ answer }) => signedPreference(answer, responseIds));
    // "Both bad" has no place on the scale: only itself is near it.
    if (one === null || other === null || one === undefined || other === undefined) return one === other;
    if (tolerance.kind === 'within') return Math.abs(one - other) <= tolerance.distance;
    return Math.sign(one) === Math.sign(other);
  }
  if (given.kind === 'ranking' && expectation.kind === 'ranking')
    return isRankedWithin(given.answer, { expected: expectation.answer, tolerance, responseIds });
  if (given.kind !== 'value' || expectation.kind !== 'value') return false;
  return isValueWithin(given.answer, { expected: expectation.answer, tolerance });
}

function isRankedWithin(
  given: RankingAnswer,
  {
    expected,
    tolerance,
    responseIds,
  }: { expected: RankingAnswer; tolerance: Tolerance; responseIds: readonly string[] },
): boolean {
  if (given.verdict === 'all_bad' || expected.verdict === 'all_bad')
    return given.verdict === expected.verdict;
  if (tolerance.kind === 'pairs') return countTurnedPairs(given, expected, responseIds) <= tolerance.distance;
  const best = bestOf(expected);
  const chosen = bestOf(given);
  return chosen.length > 0 && chosen.length === best.length && chosen.every((id) => best.includes(id));
}

/** Kendall's distance: pairs in another order; a tie where an order is expected counts as one too. */
function countTurnedPairs(
  given: RankingAnswer,
  expected: RankingAnswer,
  responseIds: readonly string[],
): number {
  const signs = new Map(listPairSigns(given, responseIds));
  return listPairSigns(expected, responseIds).filter(([pair, sign]) => signs.get(pair) !== sign).length;
}

function bestOf(answer: Exclude<RankingAnswer, { verdict: 'all_bad' }>): readonly string[] {
  if (answer.verdict === 'ranked') return answer.groups[0] ?? [];
  return answer.best === null ? [] : [answer.best];
}

function isValueWithin(
  given: ScaleValue,
  { expected, tolerance }: { expected: ScaleValue; tolerance: Tolerance },
): boolean {
  if (isList(given) && isList(expected)) {
    const shared = given.filter((key) => expected.includes(key)).length;
    // Where nothing is expected, only nothing is right.
    if (tolerance.kind === 'overlap' && expected.length > 0) return shared > 0;
    return shared === given.length && shared === expected.length;
  }
  if (typeof given === 'number' && typeof expected === 'number') {
    const distance = tolerance.kind === 'within' ? tolerance.distance : 0;
    // Steps such as 0.1 leave a rest when they are subtracted.
    return Math.abs(given - expected) <= distance + 1e-9;
  }
  return given === expected;
}

function isList(value: ScaleValue): value is readonly string[] {
  return Array.isArray(value);
}
