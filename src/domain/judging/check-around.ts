import type { Place } from '#domain/outcomes/refusal.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import { answerLimits, maxJustificationCharacters, type Unsettled } from './answers.ts';
import type { Purpose } from './check-value.ts';
import type { AnswerControl, AnswerState } from './missing-answers.ts';

interface AroundToCheck extends AnswerState {
  readonly purpose: Purpose;
}

/** Checks the words around the criteria: reason, confidence, conflict, and what the rubric does not settle. */
export function checkAround(check: AroundToCheck): Place[] {
  return [
    ...checkUnsettled(check),
    ...checkConflict(check),
    ...checkJustification(check),
    ...checkConfidence(check),
  ];
}

function checkUnsettled({ rubric, answers }: AnswerState): Place[] {
  return Object.entries(answers.unsettled ?? {}).flatMap(([key, unsettled]) => {
    const path = `answers.unsettled.${key}`;
    if (rubric.unsettled === false)
      return [{ path, message: 'This rubric asks for an answer in every case. Choose the nearest one.' }];
    if (findCriterion(rubric, key) === undefined)
      return [{ path, message: 'The rubric has no criterion with this key. Load the task again.' }];
    const message = explainUnsettled(unsettled);
    return message === null ? [] : [{ path, message }];
  });
}

function explainUnsettled({ section, note }: Unsettled): string | null {
  if (!isStorableText(section) || !isStorableText(note))
    return 'This text holds a broken character. Delete it and type it again.';
  const isShort = countCharacters(note) <= answerLimits.noteCharacters && section.length <= 300;
  return isShort ? null : `This text is longer than ${answerLimits.noteCharacters} characters. Shorten it.`;
}

function checkConflict({ rubric, purpose, answers: { conflict } }: AroundToCheck): Place[] {
  const path = 'answers.conflict';
  if (conflict === undefined) return [];
  if ((rubric.conflict ?? 'off') === 'off')
    return [{ path, message: 'This rubric does not ask about conflicts. Leave this out.' }];
  const { criterionKeys, wonKey } = conflict;
  const stranger = criterionKeys.find((key) => findCriterion(rubric, key) === undefined);
  if (stranger !== undefined) return [{ path, message: `No criterion has the key "${stranger}".` }];
  if (criterionKeys.length === 1 && purpose === 'submission')
    return [{ path, message: 'A conflict is between two criteria at least. Name the other one too.' }];
  if (new Set(criterionKeys).size !== criterionKeys.length)
    return [{ path, message: 'A criterion is named twice. Name each once.' }];
  if (wonKey === null || criterionKeys.includes(wonKey)) return [];
  return [{ path, message: 'The criterion that won must be one of those in conflict.' }];
}

function checkJustification({ rubric, answers: { justification } }: AnswerState): Place[] {
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

function checkConfidence({ rubric, answers: { confidence } }: AnswerState): Place[] {
  const path = 'answers.confidence';
  if (confidence === undefined) return [];
  if (rubric.confidence === 'off')
    return [{ path, message: 'This rubric asks for no confidence. Leave it out.' }];
  if (confidence === 1 || confidence === 2 || confidence === 3) return [];
  return [{ path, message: 'The confidence must be 1 (guessing), 2 (fairly sure) or 3 (certain).' }];
}

/** What a missing answer is called, and where it belongs. */
export function explainMissing(control: AnswerControl, { rubric }: { readonly rubric: Rubric }): Place {
  if (control.kind === 'confidence') return { path: 'answers.confidence', message: 'Say how sure you are.' };
  if (control.kind === 'conflict')
    return { path: 'answers.conflict', message: 'Say which criteria were in conflict, or that none were.' };
  if (control.kind === 'justification') {
    const { minCharacters } = rubric.justification;
    const message =
      minCharacters > 1 ? `Say why in at least ${minCharacters} characters.` : 'Say why, in a sentence.';
    return { path: 'answers.justification', message };
  }
  const label = findCriterion(rubric, control.criterionKey)?.label ?? '';
  return { path: pathOf(control), message: `“${label}” still needs an answer.` };
}

function pathOf(
  control: Exclude<AnswerControl, { kind: 'confidence' | 'conflict' | 'justification' }>,
): string {
  const record = control.kind === 'run' ? 'runs' : control.kind;
  const base = `answers.${record}.${control.criterionKey}`;
  if (control.kind === 'response' || control.kind === 'run') return `${base}.${control.responseId}`;
  if (control.kind === 'turn') return `${base}.${control.turnId}`;
  return control.kind === 'step' ? `${base}.${control.stepId}` : base;
}
