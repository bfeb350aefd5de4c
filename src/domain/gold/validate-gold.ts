import type { ItemUnits } from '#domain/items/item-units.ts';
import { ownValue } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { isRankingComplete } from '#domain/judging/check-ranking.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { expectedKeys } from './check-gold.ts';
import { expectationsOf } from './expectations.ts';
import { type GoldKey, goldLimits } from './gold.ts';
import { explainTolerance } from './tolerance.ts';

export interface GoldToValidate extends GoldKey {
  readonly explanations: Readonly<Record<string, string>>;
  readonly concepts: readonly string[];
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
  readonly units: ItemUnits;
}

/** Everything about a gold that does not fit the rubric of today, each with its place; empty where it can be served. */
export function validateGold(gold: GoldToValidate): Place[] {
  const { rubric, answers, responseIds, units } = gold;
  const places = [
    // Expected answers need not be complete, but none may be wrong.
    ...checkAnswers({ rubric, responseIds, units, answers, purpose: 'draft' }),
    ...explainIncomplete(gold),
    ...explainTolerances(gold),
    ...explainWords(gold),
  ];
  if (expectedKeys({ answers, rubric }).length === 0 && places.length === 0)
    places.push({
      path: 'answers',
      message: 'Nothing is expected: give the answer to one criterion at least.',
    });
  return places;
}

function explainIncomplete({ rubric, answers, responseIds }: GoldToValidate): Place[] {
  return rubric.criteria.flatMap((criterion): Place[] =>
    expectationsOf(answers, criterion).flatMap(({ kind, answer }): Place[] => {
      const path = `answers.${criterion.target}.${criterion.key}`;
      if (kind === 'ranking' && !isRankingComplete(answer, responseIds))
        return [{ path, message: 'The expected ranking must place every response.' }];
      const { scale } = criterion;
      if (scale.kind === 'choices' && Array.isArray(answer) && answer.length < scale.atLeast)
        return [
          { path, message: `At least ${scale.atLeast} must be chosen; ${answer.length} are. Choose more.` },
        ];
      return [];
    }),
  );
}

function explainTolerances({ rubric, tolerances }: GoldToValidate): Place[] {
  return Object.entries(tolerances).flatMap(([key, tolerance]): Place[] => {
    const path = `tolerances.${key}`;
    const criterion = findCriterion(rubric, key);
    if (criterion === undefined) return [{ path, message: `The rubric has no criterion "${key}".` }];
    const message = explainTolerance(tolerance, criterion.scale);
    return message === null ? [] : [{ path, message }];
  });
}

function explainWords({ rubric, explanations, concepts }: GoldToValidate): Place[] {
  const stray = Object.keys(explanations).filter((key) => findCriterion(rubric, key) === undefined);
  const empty = concepts.findIndex((concept) => concept.trim() === '');
  return [
    ...stray.map((key) => ({
      path: `explanations.${key}`,
      message: `The rubric has no criterion "${key}".`,
    })),
    ...(concepts.length > goldLimits.concepts
      ? [
          {
            path: 'concepts',
            message: `At most ${goldLimits.concepts} concepts; there are ${concepts.length}.`,
          },
        ]
      : []),
    ...(empty === -1 ? [] : [{ path: `concepts.${empty}`, message: 'A concept has no name: write one.' }]),
  ];
}

/** The explanation of a criterion; empty where none was written. */
export function explanationOf(explanations: Readonly<Record<string, string>>, key: string): string {
  return ownValue(explanations, key) ?? '';
}
