import { maxJustificationCharacters } from '#domain/judging/answers.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { checkKey, checkLabel, checkOptionalHelp, findRepeats } from './check-words.ts';
import type { Criterion, Rubric } from './rubric.ts';
import { rubricLimits } from './rubric.ts';
import { validateScale } from './validate-scale.ts';

/** Lists every contradiction of a rubric in words, each at its place; empty where it can be published. */
export function validateRubric(rubric: Rubric): Place[] {
  return [
    ...validateCount(rubric),
    ...rubric.criteria.flatMap(validateCriterion),
    ...validateKeysUnique(rubric),
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

function validateTarget({ target, scale }: Criterion, path: string): Place[] {
  if (scale.kind === 'preference' && target !== 'pair') {
    const message =
      'A preference compares two responses. Ask it of the pair, or choose a rating or a choice.';
    return [{ path: `${path}.target`, message }];
  }
  if (scale.kind !== 'preference' && target === 'pair') {
    const message = `A ${scale.kind} cannot be asked of a pair. Ask it of each response or of the task, or choose a preference.`;
    return [{ path: `${path}.target`, message }];
  }
  return [];
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
    if (!criteria.some((criterion) => criterion.target === 'pair')) return [];
    return [{ path, message: 'Name the pair criterion that stands for the whole judgment in exports.' }];
  }
  const index = criteria.findIndex((criterion) => criterion.key === overallKey);
  const overall = criteria[index];
  if (overall === undefined) return [{ path, message: `No criterion has the key "${overallKey}".` }];
  if (overall.target !== 'pair') {
    return [
      { path, message: `"${overallKey}" is not asked of a pair, so it cannot be the overall preference.` },
    ];
  }
  if (overall.required) return [];
  const message = 'The overall preference must be required: without it a judgment cannot be exported.';
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
