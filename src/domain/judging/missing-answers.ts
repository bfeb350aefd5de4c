import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { criteriaOf } from '#domain/rubrics/rubric.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import type { Answers } from './answers.ts';

/** One thing on screen that takes an answer. */
export type AnswerControl =
  | { readonly kind: 'pair'; readonly criterionKey: string }
  | { readonly kind: 'response'; readonly criterionKey: string; readonly responseId: string }
  | { readonly kind: 'task'; readonly criterionKey: string }
  | { readonly kind: 'justification' }
  | { readonly kind: 'confidence' };

export interface AnswerState {
  readonly rubric: Rubric;
  /** In the order on screen, so that focus moves as the eye does. */
  readonly responseIds: readonly string[];
  readonly answers: Answers;
}

/** Lists the controls that must still be answered before submission, in the order on screen. */
export function listMissingAnswers(state: AnswerState): AnswerControl[] {
  return listControls(state).filter(
    (control) => isRequired(control, state.rubric) && !isAnswered(control, state),
  );
}

/** The control that focus should move to; undefined where the judgment can be submitted. */
export function findFirstMissing(state: AnswerState): AnswerControl | undefined {
  return listControls(state).find(
    (control) => isRequired(control, state.rubric) && !isAnswered(control, state),
  );
}

/** Every control of a task in the order on screen: pair, responses, task, justification, confidence. */
export function listControls({ rubric, responseIds }: Omit<AnswerState, 'answers'>): AnswerControl[] {
  const controls: AnswerControl[] = [];
  for (const { key } of criteriaOf(rubric, 'pair')) controls.push({ kind: 'pair', criterionKey: key });
  for (const { key } of criteriaOf(rubric, 'response')) {
    for (const responseId of responseIds) controls.push({ kind: 'response', criterionKey: key, responseId });
  }
  for (const { key } of criteriaOf(rubric, 'task')) controls.push({ kind: 'task', criterionKey: key });
  if (rubric.justification.ask !== 'off') controls.push({ kind: 'justification' });
  if (rubric.confidence !== 'off') controls.push({ kind: 'confidence' });
  return controls;
}

function isRequired(control: AnswerControl, rubric: Rubric): boolean {
  if (control.kind === 'justification') return rubric.justification.ask === 'required';
  if (control.kind === 'confidence') return rubric.confidence === 'required';
  return rubric.criteria.some(
    (criterion: Criterion) => criterion.key === control.criterionKey && criterion.required,
  );
}

function isAnswered(control: AnswerControl, { rubric, answers }: AnswerState): boolean {
  if (control.kind === 'justification')
    return isLongEnough(answers.justification, rubric.justification.minCharacters);
  if (control.kind === 'confidence') return answers.confidence !== undefined;
  if (control.kind === 'pair') return Object.hasOwn(answers.pair, control.criterionKey);
  if (control.kind === 'task') return Object.hasOwn(answers.task, control.criterionKey);
  // Own properties only: a criterion may be called "constructor".
  if (!Object.hasOwn(answers.response, control.criterionKey)) return false;
  return Object.hasOwn(answers.response[control.criterionKey] ?? {}, control.responseId);
}

function isLongEnough(justification: string | undefined, minCharacters: number): boolean {
  return countCharacters(justification?.trim() ?? '') >= Math.max(1, minCharacters);
}
