import type { Place } from '#domain/outcomes/refusal.ts';
import type { Criterion, CriterionTarget, Rubric } from '#domain/rubrics/rubric.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import type { Answers, ScaleValue } from './answers.ts';
import { maxJustificationCharacters } from './answers.ts';
import { explainPreference, explainValue } from './check-value.ts';
import type { AnswerControl } from './missing-answers.ts';
import { listMissingAnswers } from './missing-answers.ts';

export interface AnswersToCheck {
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
  readonly answers: Answers;
  /** A draft may be incomplete, but never wrong. */
  readonly purpose: 'draft' | 'submission';
}

/** Lists everything about the answers that does not fit the rubric and the item; empty where they can be stored. */
export function checkAnswers(check: AnswersToCheck): Place[] {
  const places = [
    ...checkPair(check),
    ...checkResponses(check),
    ...checkTask(check),
    ...checkJustification(check),
    ...checkConfidence(check),
  ];
  if (check.purpose === 'submission')
    places.push(...listMissingAnswers(check).map((control) => missing(control, check)));
  return places;
}

function checkPair({ rubric, responseIds, answers }: AnswersToCheck): Place[] {
  return Object.entries(answers.pair).flatMap(([key, answer]) => {
    const path = `answers.pair.${key}`;
    const criterion = findCriterion(rubric, key, 'pair');
    if (criterion === undefined) return [unknownCriterion(path, 'the pair')];
    return placeOf(path, explainPreference(answer, { scale: criterion.scale, responseIds }));
  });
}

function checkResponses({ rubric, responseIds, answers }: AnswersToCheck): Place[] {
  return Object.entries(answers.response).flatMap(([key, byResponse]) => {
    const criterion = findCriterion(rubric, key, 'response');
    if (criterion === undefined) return [unknownCriterion(`answers.response.${key}`, 'each response')];
    return Object.entries(byResponse).flatMap(([responseId, value]) => {
      const path = `answers.response.${key}.${responseId}`;
      if (responseIds.includes(responseId)) return checkScaleValue(path, value, criterion);
      return [
        { path, message: `The item has no response "${responseId}"; it has ${responseIds.join(', ')}.` },
      ];
    });
  });
}

function checkTask({ rubric, answers }: AnswersToCheck): Place[] {
  return Object.entries(answers.task).flatMap(([key, value]) => {
    const path = `answers.task.${key}`;
    const criterion = findCriterion(rubric, key, 'task');
    return criterion === undefined
      ? [unknownCriterion(path, 'the task')]
      : checkScaleValue(path, value, criterion);
  });
}

function checkJustification({ rubric, answers: { justification } }: AnswersToCheck): Place[] {
  const path = 'answers.justification';
  if (justification === undefined || justification === '') return [];
  if (rubric.justification.ask === 'off')
    return [{ path, message: 'This rubric asks for no justification. Leave it out.' }];
  if (!isStorableText(justification)) {
    return [{ path, message: 'The justification holds a broken character. Delete it and type it again.' }];
  }
  const count = countCharacters(justification);
  if (count <= maxJustificationCharacters) return [];
  const message = `The justification has ${count} characters; at most ${maxJustificationCharacters} fit. Shorten it.`;
  return [{ path, message }];
}

function checkConfidence({ rubric, answers: { confidence } }: AnswersToCheck): Place[] {
  const path = 'answers.confidence';
  if (confidence === undefined) return [];
  if (rubric.confidence === 'off')
    return [{ path, message: 'This rubric asks for no confidence. Leave it out.' }];
  if (confidence === 1 || confidence === 2 || confidence === 3) return [];
  return [{ path, message: 'The confidence must be 1 (guessing), 2 (fairly sure) or 3 (certain).' }];
}

function missing(control: AnswerControl, { rubric }: AnswersToCheck): Place {
  if (control.kind === 'confidence') return { path: 'answers.confidence', message: 'Say how sure you are.' };
  if (control.kind === 'justification') {
    const { minCharacters } = rubric.justification;
    const message =
      minCharacters > 1 ? `Say why in at least ${minCharacters} characters.` : 'Say why, in a sentence.';
    return { path: 'answers.justification', message };
  }
  const label = rubric.criteria.find((criterion) => criterion.key === control.criterionKey)?.label ?? '';
  const base = `answers.${control.kind}.${control.criterionKey}`;
  const path = control.kind === 'response' ? `${base}.${control.responseId}` : base;
  return { path, message: `“${label}” still needs an answer.` };
}

function findCriterion(rubric: Rubric, key: string, target: CriterionTarget): Criterion | undefined {
  return rubric.criteria.find((criterion) => criterion.key === key && criterion.target === target);
}

function checkScaleValue(path: string, value: ScaleValue, criterion: Criterion): Place[] {
  return placeOf(path, explainValue(value, criterion.scale));
}

function placeOf(path: string, message: string | null): Place[] {
  return message === null ? [] : [{ path, message }];
}

function unknownCriterion(path: string, target: string): Place {
  return { path, message: `The rubric asks nothing with this key of ${target}. Load the task again.` };
}
