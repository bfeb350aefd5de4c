import { noUnits } from '#domain/items/item-units.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { isValueScale } from '#domain/rubrics/scale.ts';
import { type CriterionTarget, targetWords } from '#domain/rubrics/target.ts';
import type { ScaleValue } from './answers.ts';
import { explainCriterionValue, type Purpose } from './check-value.ts';
import type { AnswerState } from './missing-answers.ts';

interface ValuesToCheck extends AnswerState {
  readonly purpose: Purpose;
}

/** The criterion that an answer belongs to. */
export function findOwner(
  rubric: Rubric,
  { key, target }: { key: string; target: CriterionTarget },
): Criterion | undefined {
  return rubric.criteria.find((criterion) => criterion.key === key && criterion.target === target);
}

export function placeOf(path: string, message: string | null): Place[] {
  return message === null ? [] : [{ path, message }];
}

/** Checks the values that are given once a task, or once a response, a turn or a step. */
export function checkUnitValues(check: ValuesToCheck): Place[] {
  const { answers, responseIds, units = noUnits } = check;
  return [
    ...Object.entries(answers.task).flatMap(([key, value]) =>
      checkValue(check, { key, target: 'task', path: `answers.task.${key}`, value }),
    ),
    ...checkParts(check, { target: 'response', ids: responseIds, word: 'response' }),
    ...checkParts(check, { target: 'turn', ids: units.turnIds, word: 'turn' }),
    ...checkParts(check, { target: 'step', ids: units.stepIds, word: 'step' }),
  ];
}

function checkParts(
  check: ValuesToCheck,
  part: { target: 'response' | 'turn' | 'step'; ids: readonly string[]; word: string },
): Place[] {
  const { target, ids, word } = part;
  const known = new Set(ids);
  return Object.entries(check.answers[target] ?? {}).flatMap(([key, byUnit]) => {
    if (findValueOwner(check.rubric, { key, target }) === undefined)
      return [unknownCriterion(`answers.${target}.${key}`, target)];
    return Object.entries(byUnit).flatMap(([unitId, value]) => {
      const path = `answers.${target}.${key}.${unitId}`;
      if (known.has(unitId)) return checkValue(check, { key, target, path, value });
      const has = ids.length === 0 ? 'it has none' : `it has ${ids.slice(0, 20).join(', ')}`;
      return [{ path, message: `The item has no ${word} "${unitId}"; ${has}.` }];
    });
  });
}

function checkValue(
  { rubric, purpose }: ValuesToCheck,
  given: { key: string; target: CriterionTarget; path: string; value: ScaleValue },
): Place[] {
  const criterion = findValueOwner(rubric, given);
  if (criterion === undefined) return [unknownCriterion(given.path, given.target)];
  return placeOf(given.path, explainCriterionValue(given.value, { criterion, purpose }));
}

function findValueOwner(rubric: Rubric, at: { key: string; target: CriterionTarget }): Criterion | undefined {
  const criterion = findOwner(rubric, at);
  return criterion !== undefined && isValueScale(criterion.scale) ? criterion : undefined;
}

/** Says that an answer belongs to nothing that is asked. */
export function unknownCriterion(path: string, target: CriterionTarget): Place {
  return {
    path,
    message: `The rubric asks nothing with this key of ${targetWords[target]}. Load the task again.`,
  };
}
