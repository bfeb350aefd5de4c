import { type Answers, ownValue } from '#domain/judging/answers.ts';
import { isAsked } from '#domain/judging/is-asked.ts';
import { measure } from '#domain/results/comparable-answers.ts';
import { type Criterion, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { expectationsOf } from './expectations.ts';
import type { GoldKey } from './gold.ts';
import { isWithin } from './is-within.ts';
import { canBeGold, usualTolerance } from './tolerance.ts';

/** Why an answer cannot be held against what is expected. */
export const goldGaps = [
  'criterion_gone',
  'scale_changed',
  'not_asked',
  'not_answered',
  'unsettled',
] as const;
export type GoldGap = (typeof goldGaps)[number];

export type GoldOutcome =
  | { readonly criterionKey: string; readonly outcome: 'passed' | 'failed' }
  | { readonly criterionKey: string; readonly outcome: 'not_comparable'; readonly reason: GoldGap };

/** What a judgment made of a gold; `passed` is null where nothing could be compared. */
export interface GoldCheck {
  readonly outcomes: readonly GoldOutcome[];
  readonly passed: boolean | null;
}

export interface JudgmentToCheck {
  readonly answers: Answers;
  /** The rubric that the person saw. */
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
}

export interface GoldToCheck extends GoldKey {
  /** The rubric under which the expected answers were given. */
  readonly rubric: Rubric;
}

/** Holds a judgment against a gold, criterion by criterion: it passes where nothing that can be compared fails. */
export function checkGold(judgment: JudgmentToCheck, gold: GoldToCheck): GoldCheck {
  const outcomes = expectedKeys(gold).map((criterionKey): GoldOutcome => {
    const compared = compare(criterionKey, { judgment, gold });
    return typeof compared === 'boolean'
      ? { criterionKey, outcome: compared ? 'passed' : 'failed' }
      : { criterionKey, outcome: 'not_comparable', reason: compared };
  });
  const comparable = outcomes.filter(({ outcome }) => outcome !== 'not_comparable');
  return {
    outcomes,
    passed: comparable.length === 0 ? null : comparable.every(({ outcome }) => outcome === 'passed'),
  };
}

/** The criteria for which a gold expects something that people can be held to, in the rubric's order. */
export function expectedKeys({ answers, rubric }: Pick<GoldToCheck, 'answers' | 'rubric'>): string[] {
  return rubric.criteria
    .filter((criterion) => canBeGold(criterion) && expectationsOf(answers, criterion).length > 0)
    .map(({ key }) => key);
}

/** Why a criterion of a gold cannot be held against answers under another rubric; null where it can. */
export function gapBetween(criterion: Criterion, rubric: Rubric): GoldGap | null {
  const now = findCriterion(rubric, criterion.key);
  if (now === undefined) return 'criterion_gone';
  return measure(now) === measure(criterion) ? null : 'scale_changed';
}

function compare(
  criterionKey: string,
  { judgment, gold }: { judgment: JudgmentToCheck; gold: GoldToCheck },
): boolean | GoldGap {
  const expected = findCriterion(gold.rubric, criterionKey);
  const asked = findCriterion(judgment.rubric, criterionKey);
  if (expected === undefined || asked === undefined) return 'criterion_gone';
  const gap = gapBetween(expected, judgment.rubric);
  if (gap !== null) return gap;
  const { answers, rubric, responseIds } = judgment;
  if (ownValue(answers.unsettled, criterionKey) !== undefined) return 'unsettled';
  const tolerance = ownValue(gold.tolerances, criterionKey) ?? usualTolerance(asked.scale);
  let gapFound: GoldGap | null = null;
  let comparedOne = false;
  for (const expectation of expectationsOf(gold.answers, expected)) {
    const given = expectationsOf(answers, asked).find(({ unitId }) => unitId === expectation.unitId);
    if (given === undefined) {
      // An earlier answer may have taken the question away: that answer is what was right or wrong.
      gapFound = isAsked(asked, { rubric, answers, unitId: expectation.unitId })
        ? 'not_answered'
        : 'not_asked';
      continue;
    }
    comparedOne = true;
    if (!isWithin(given, { expectation, tolerance, responseIds })) return false;
  }
  return comparedOne ? true : (gapFound ?? 'not_answered');
}
