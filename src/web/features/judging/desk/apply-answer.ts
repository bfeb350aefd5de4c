import { type Answers, ownValue, type ScaleValue } from '#domain/judging/answers.ts';
import { type AnswerChange, changeAnswers } from '#domain/judging/change-answers.ts';
import { isAsked } from '#domain/judging/is-asked.ts';
import { type AnswerControl, unitIdOf } from '#domain/judging/missing-answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { JudgeAct } from './judge-act.ts';

type AnswerAct = Extract<
  JudgeAct,
  { kind: 'prefer' | 'rate' | 'rate_task' | 'justify' | 'confide' | 'answer' }
>;

/** The change that an act makes. */
function changeOf(act: AnswerAct): AnswerChange {
  switch (act.kind) {
    case 'prefer':
      return { record: 'pair', key: act.criterionKey, value: act.answer };
    case 'rate':
      return { record: 'response', key: act.criterionKey, unitId: act.responseId, value: act.value };
    case 'rate_task':
      return { record: 'task', key: act.criterionKey, value: act.value };
    case 'justify':
      return { record: 'justification', value: act.text };
    case 'confide':
      return { record: 'confidence', value: act.value };
    case 'answer':
      return act.change;
  }
}

/** The control that an act answers. */
export function controlOf(act: AnswerAct): AnswerControl {
  switch (act.kind) {
    case 'prefer':
      return { kind: 'pair', criterionKey: act.criterionKey };
    case 'rate':
      return { kind: 'response', criterionKey: act.criterionKey, responseId: act.responseId };
    case 'rate_task':
      return { kind: 'task', criterionKey: act.criterionKey };
    case 'justify':
      return { kind: 'justification' };
    case 'confide':
      return { kind: 'confidence' };
    case 'answer':
      return act.control;
  }
}

/**
 * The answers after one more was given. That the rubric does not settle a criterion stands instead of its verdicts, and
 * saying something after all takes it back.
 */
export function applyAnswer(answers: Answers, act: AnswerAct): Answers {
  const change = changeOf(act);
  const changed = changeAnswers(answers, change);
  if (!('key' in change) || change.value === undefined) return changed;
  if (change.record === 'unsettled') return dropVerdicts(changed, change.key);
  if (ownValue(changed.unsettled, change.key) === undefined) return changed;
  return changeAnswers(changed, { record: 'unsettled', key: change.key, value: undefined });
}

/** Marks and written texts are work and stay; a verdict beside "not settled" would be counted. */
function dropVerdicts(answers: Answers, key: string): Answers {
  let kept = answers;
  for (const record of ['pair', 'ranking', 'task', 'continuation'] as const)
    if (ownValue<unknown>(answers[record], key) !== undefined)
      kept = changeAnswers(kept, { record, key, value: undefined });
  for (const record of ['response', 'turn', 'step'] as const)
    for (const unitId of Object.keys(ownValue(answers[record], key) ?? {}))
      kept = changeAnswers(kept, { record, key, unitId, value: undefined });
  return kept;
}

/** Whether a control has any answer, also one that is not complete. */
export function hasAnswer(answers: Answers, control: AnswerControl): boolean {
  if (control.kind === 'justification') return (answers.justification ?? '') !== '';
  if (control.kind === 'confidence' || control.kind === 'conflict')
    return answers[control.kind] !== undefined;
  if (ownValue(answers.unsettled, control.criterionKey) !== undefined) return true;
  const unitId = unitIdOf(control);
  const record: Readonly<Record<string, unknown>> | undefined =
    control.kind === 'run' ? answers.runs : answers[control.kind];
  const value = ownValue(record, control.criterionKey);
  if (unitId === null) return value !== undefined;
  return Object.hasOwn((value ?? {}) as object, unitId);
}

/** Answers as they are sent: empty texts are none, and what is no longer asked is left out. */
export function tidyAnswers(answers: Answers, rubric?: Rubric): Answers {
  const { justification, ...rest } = answers;
  const tidy = justification === undefined || justification.trim() === '' ? rest : answers;
  return rubric === undefined ? tidy : dropUnasked(tidy, rubric);
}

const onceAsked = [
  'pair',
  'ranking',
  'task',
  'span',
  'region',
  'writing',
  'chat',
  'continuation',
  'unsettled',
] as const;

function dropUnasked(answers: Answers, rubric: Rubric): Answers {
  let kept = answers;
  for (const record of onceAsked) {
    for (const key of Object.keys(answers[record] ?? {})) {
      const criterion = findCriterion(rubric, key);
      const isAskedStill = criterion === undefined || isAsked(criterion, { rubric, answers, unitId: null });
      if (!isAskedStill || (record === 'task' && isBlank(answers.task[key])))
        kept = changeAnswers(kept, { record, key, value: undefined });
    }
  }
  for (const record of ['response', 'turn', 'step'] as const) {
    for (const [key, byUnit] of Object.entries(answers[record] ?? {})) {
      const criterion = findCriterion(rubric, key);
      for (const unitId of Object.keys(byUnit)) {
        const isAskedStill = criterion === undefined || isAsked(criterion, { rubric, answers, unitId });
        if (!isAskedStill || isBlank(byUnit[unitId]))
          kept = changeAnswers(kept, { record, key, unitId, value: undefined });
      }
    }
  }
  return kept;
}

/** Spaces alone are no text. */
function isBlank(value: ScaleValue | undefined): boolean {
  return typeof value === 'string' && value.trim() === '';
}
