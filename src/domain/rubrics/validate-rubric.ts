import { maxJustificationCharacters } from '#domain/judging/answers.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { checkKey, checkLabel, checkOptionalHelp, findRepeats } from './check-words.ts';
import type { Criterion, Rubric } from './rubric.ts';
import { rubricLimits } from './rubric.ts';
import { isValueScale } from './scale.ts';
import { criterionTargets, scaleKindWords, scalesOf, targetWords } from './target.ts';
import { validateCondition } from './validate-condition.ts';
import { validateScale } from './validate-scale.ts';
import { validateTogether } from './validate-together.ts';

/** Lists every contradiction of a rubric in words, each at its place; empty where it can be published. */
export function validateRubric(rubric: Rubric): Place[] {
  return [
    ...validateCount(rubric),
    ...rubric.criteria.flatMap(validateCriterion),
    ...rubric.criteria.flatMap((_criterion, index) => validateCondition(rubric.criteria, index)),
    ...validateKeysUnique(rubric),
    ...validateTogether(rubric),
    ...validateOverall(rubric),
    ...validateJustification(rubric),
  ];
}

function validateCount({ criteria }: Rubric): Place[] {
  if (criteria.length === 0) {
    return [{ path: 'criteria', message: 'A rubric needs at least one criterion. Add one.' }];
  }
  if (criteria.length <= rubricLimits.criteria) return [];
  const message = `A rubric has at most ${rubricLimits.criteria} criteria; this one has ${criteria.length}.`;
  return [{ path: 'criteria', message }];
}

function validateCriterion(criterion: Criterion, index: number): Place[] {
  const path = `criteria.${index}`;
  return [
    ...checkKey(criterion.key, `${path}.key`),
    ...checkLabel(criterion.label, `${path}.label`),
    ...checkOptionalHelp(criterion.help, `${path}.help`),
    ...validateTarget(criterion, path),
    ...validateScale(criterion.scale, `${path}.scale`),
  ];
}

function validateTarget({ target, scale, allowNotApplicable }: Criterion, path: string): Place[] {
  if (!scalesOf[target].includes(scale.kind)) {
    const fitting = criterionTargets.filter((each) => scalesOf[each].includes(scale.kind));
    const kind = scaleKindWords[scale.kind];
    const message = `${kind[0]?.toUpperCase()}${kind.slice(1)} cannot be asked of ${targetWords[target]}. Ask it of ${fitting.map((each) => targetWords[each]).join(' or of ')}, or choose another scale.`;
    return [{ path: `${path}.target`, message }];
  }
  if (allowNotApplicable !== true || isValueScale(scale)) return [];
  const message = '“Not applicable” is an answer only to ratings, choices, numbers and texts.';
  return [{ path: `${path}.allowNotApplicable`, message }];
}

function validateKeysUnique({ criteria }: Rubric): Place[] {
  return findRepeats(criteria.map((criterion) => criterion.key)).map((index) => ({
    path: `criteria.${index}.key`,
    message: `The key "${criteria[index]?.key}" is used twice; each criterion needs its own.`,
  }));
}

function validateOverall({ criteria, overallKey }: Rubric): Place[] {
  const path = 'overallKey';
  if (overallKey === null) {
    if (!criteria.some(({ target }) => target === 'pair' || target === 'ranking')) return [];
    return [
      { path, message: 'Name the pair or ranking criterion that stands for the whole judgment in exports.' },
    ];
  }
  const index = criteria.findIndex((criterion) => criterion.key === overallKey);
  const overall = criteria[index];
  if (overall === undefined) return [{ path, message: `No criterion has the key "${overallKey}".` }];
  if (overall.target !== 'pair' && overall.target !== 'ranking') {
    const message = `"${overallKey}" is not asked of a pair or of all responses together, so it cannot be the overall criterion.`;
    return [{ path, message }];
  }
  if (overall.condition !== undefined) {
    const message = 'The overall criterion is asked always: without it a judgment cannot be exported.';
    return [{ path: `criteria.${index}.condition`, message }];
  }
  if (overall.required) return [];
  const message = 'The overall criterion must be required: without it a judgment cannot be exported.';
  return [{ path: `criteria.${index}.required`, message }];
}

function validateJustification({ justification }: Rubric): Place[] {
  const path = 'justification.minCharacters';
  const { ask, minCharacters } = justification;
  if (!Number.isInteger(minCharacters) || minCharacters < 0 || minCharacters > maxJustificationCharacters) {
    return [
      {
        path,
        message: `The shortest justification is between 0 and ${maxJustificationCharacters} characters.`,
      },
    ];
  }
  if (ask === 'off' && minCharacters > 0) {
    return [
      { path, message: 'No justification is asked for, so it cannot have a shortest length. Set it to 0.' },
    ];
  }
  return [];
}
