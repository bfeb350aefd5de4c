import { noUnits } from '#domain/items/item-units.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { checkAround, explainMissing } from './check-around.ts';
import { checkRegionMarks, checkSpanMarks } from './check-marks.ts';
import { explainRanking } from './check-ranking.ts';
import { checkUnitValues, findOwner, placeOf, unknownCriterion } from './check-unit-values.ts';
import { explainPreference, type Purpose } from './check-value.ts';
import { checkWork } from './check-work.ts';
import { type AnswerState, listMissingAnswers } from './missing-answers.ts';

export interface AnswersToCheck extends AnswerState {
  /** A draft may be incomplete, but never wrong. */
  readonly purpose: Purpose;
}

/** Lists everything about the answers that does not fit the rubric and the item; empty where they can be stored. */
export function checkAnswers(check: AnswersToCheck): Place[] {
  const places = [
    ...checkPair(check),
    ...checkRankings(check),
    ...checkUnitValues(check),
    ...checkMarks(check),
    ...checkWork(check),
    ...checkAround(check),
  ];
  if (check.purpose === 'submission') {
    // What is wrong with an answer says more than that it is missing.
    const wrong = places.flatMap(({ path }) => (path === undefined ? [] : [`${path}.`]));
    const missing = listMissingAnswers(check).map((control) => explainMissing(control, check));
    places.push(...missing.filter(({ path }) => !wrong.some((each) => each.startsWith(`${path}.`))));
  }
  return places;
}

function checkPair(check: AnswersToCheck): Place[] {
  return eachOf(check, { target: 'pair', record: check.answers.pair }, ({ criterion, path, value }) =>
    placeOf(path, explainPreference(value, { scale: criterion.scale, responseIds: check.responseIds })),
  );
}

function checkRankings(check: AnswersToCheck): Place[] {
  return eachOf(check, { target: 'ranking', record: check.answers.ranking }, ({ criterion, path, value }) => {
    const { scale } = criterion;
    return placeOf(path, scale.kind === 'ranking' ? explainRanking(value, { ...check, scale }) : null);
  });
}

function checkMarks(check: AnswersToCheck): Place[] {
  const { units = noUnits, purpose, answers } = check;
  const spans = eachOf(
    check,
    { target: 'span', record: answers.span },
    ({ criterion: { scale }, path, value }) =>
      scale.kind === 'marks' || scale.kind === 'claims'
        ? checkSpanMarks(value, { scale, units, path, purpose })
        : [],
  );
  const regions = eachOf(
    check,
    { target: 'region', record: answers.region },
    ({ criterion: { scale }, path, value }) =>
      scale.kind === 'regions' ? checkRegionMarks(value, { scale, units, path, purpose }) : [],
  );
  return [...spans, ...regions];
}

interface Found<Value> {
  readonly criterion: Criterion;
  readonly path: string;
  readonly value: Value;
}

/** Checks each answer of one record; an answer that nothing asks for is named as such. */
function eachOf<Value>(
  { rubric }: AnswersToCheck,
  at: { target: CriterionTarget; record: Readonly<Record<string, Value>> | undefined },
  explain: (found: Found<Value>) => Place[],
): Place[] {
  return Object.entries(at.record ?? {}).flatMap(([key, value]) => {
    const path = `answers.${at.target}.${key}`;
    const criterion = findOwner(rubric, { key, target: at.target });
    if (criterion !== undefined) return explain({ criterion, path, value });
    return [unknownCriterion(path, at.target)];
  });
}
