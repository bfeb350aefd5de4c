import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { type AnswerControl, findFirstMissing, listControls } from '#domain/judging/missing-answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { answerForDigit } from './answer-for-digit.ts';
import { applyAnswer, clearAnswer, hasAnswer, ownValue } from './apply-answer.ts';
import { isSameControl } from './control-id.ts';
import { listControlValues, readControlValue, valueAct } from './control-values.ts';
import type { JudgeAct } from './judge-act.ts';
import { listPositions, movePreference } from './preference-positions.ts';

/** The answers of one task and where the person is in them. */
export interface Desk {
  readonly answers: Answers;
  /** The control that keys speak to; null where the rubric asks nothing. */
  readonly active: AnswerControl | null;
  /** The control that kept the judgment from being submitted. */
  readonly missing: AnswerControl | null;
}

/** What the desk is laid for. */
export interface DeskTask {
  readonly rubric: Rubric;
  /** In the order on screen. */
  readonly responseIds: readonly string[];
}

export function layDesk(task: DeskTask, answers: Answers = emptyAnswers): Desk {
  return { answers, active: listControls(task)[0] ?? null, missing: null };
}

function step(desk: Desk, task: DeskTask, by: 1 | -1): Desk {
  const controls = listControls(task);
  const at = controls.findIndex((control) => isSameControl(control, desk.active));
  return { ...desk, active: controls[Math.max(0, Math.min(controls.length - 1, at + by))] ?? desk.active };
}

function answered(desk: Desk, answers: Answers, control: AnswerControl | null): Desk {
  const isMet = desk.missing !== null && isSameControl(desk.missing, control);
  return { answers, active: control ?? desk.active, missing: isMet ? null : desk.missing };
}

/** A first answer by digit moves on to the next control, so that a task is a run of digits. */
function pressDigit(desk: Desk, task: DeskTask, digit: number): Desk {
  if (desk.active === null) return desk;
  const act = answerForDigit({ control: desk.active, digit, ...task });
  if (act === undefined) return desk;
  const isFirst = !hasAnswer(desk.answers, desk.active);
  const next = reduceDesk(desk, act, task);
  return isFirst ? step(next, task, 1) : next;
}

/** The preference that arrows change: the active one, else the one that stands for the whole judgment. */
function arrowTarget(desk: Desk, { rubric }: DeskTask): string | null {
  return desk.active?.kind === 'pair' ? desk.active.criterionKey : rubric.overallKey;
}

function nudge(desk: Desk, task: DeskTask, towards: 'left' | 'right'): Desk {
  if (desk.active !== null && desk.active.kind !== 'pair') return nudgeValue(desk, task, towards);
  const criterionKey = arrowTarget(desk, task);
  const scale = task.rubric.criteria.find((criterion) => criterion.key === criterionKey)?.scale;
  if (criterionKey === null || scale?.kind !== 'preference') return desk;
  const current = ownValue(desk.answers.pair, criterionKey);
  const answer = movePreference(listPositions(scale, task.responseIds), current, towards);
  return answer === undefined ? desk : reduceDesk(desk, { kind: 'prefer', criterionKey, answer }, task);
}

function nudgeValue(desk: Desk, task: DeskTask, towards: 'left' | 'right'): Desk {
  if (desk.active === null) return desk;
  const values = listControlValues(desk.active, task.rubric);
  const current = readControlValue(desk.answers, desk.active);
  const from = current === undefined ? (towards === 'left' ? values.length : -1) : values.indexOf(current);
  const value = values[Math.max(0, Math.min(values.length - 1, from + (towards === 'left' ? -1 : 1)))];
  const act = value === undefined ? undefined : valueAct(desk.active, value);
  return act === undefined ? desk : reduceDesk(desk, act, task);
}

function bothBad(desk: Desk, task: DeskTask): Desk {
  const criterionKey = arrowTarget(desk, task);
  const scale = task.rubric.criteria.find((criterion) => criterion.key === criterionKey)?.scale;
  if (criterionKey === null || scale?.kind !== 'preference' || !scale.bothBad) return desk;
  return reduceDesk(desk, { kind: 'prefer', criterionKey, answer: { verdict: 'both_bad' } }, task);
}

function runCommand(desk: Desk, act: Extract<JudgeAct, { kind: 'command' }>, task: DeskTask): Desk {
  switch (act.id) {
    case 'prefer_left':
      return nudge(desk, task, 'left');
    case 'prefer_right':
      return nudge(desk, task, 'right');
    case 'both_bad':
      return bothBad(desk, task);
    case 'next_criterion':
      return step(desk, task, 1);
    case 'previous_criterion':
      return step(desk, task, -1);
    case 'clear_answer':
      return desk.active === null ? desk : { ...desk, answers: clearAnswer(desk.answers, desk.active) };
    case 'justify':
      return task.rubric.justification.ask === 'off' ? desk : { ...desk, active: { kind: 'justification' } };
    default:
      return desk;
  }
}

/** The desk after an act; the same desk where the act changes nothing on it. */
export function reduceDesk(desk: Desk, act: JudgeAct, task: DeskTask): Desk {
  switch (act.kind) {
    case 'prefer':
      return answered(desk, applyAnswer(desk.answers, act), { kind: 'pair', criterionKey: act.criterionKey });
    case 'rate': {
      const { criterionKey, responseId } = act;
      return answered(desk, applyAnswer(desk.answers, act), { kind: 'response', criterionKey, responseId });
    }
    case 'rate_task':
      return answered(desk, applyAnswer(desk.answers, act), { kind: 'task', criterionKey: act.criterionKey });
    case 'justify':
      return answered(desk, applyAnswer(desk.answers, act), { kind: 'justification' });
    case 'confide':
      return answered(desk, applyAnswer(desk.answers, act), { kind: 'confidence' });
    case 'activate':
      return isSameControl(desk.active, act.control) ? desk : { ...desk, active: act.control };
    case 'digit':
      return pressDigit(desk, task, act.digit);
    case 'leave':
      return desk;
    case 'leave_text': {
      const onward = step(desk, task, 1);
      return isSameControl(onward.active, desk.active) ? step(desk, task, -1) : onward;
    }
    case 'command':
      return runCommand(desk, act, task);
  }
}

/** Moves to the first control that still needs an answer; undefined where nothing is missing. */
export function seekMissing(desk: Desk, task: DeskTask): Desk | undefined {
  const missing = findFirstMissing({ ...task, answers: desk.answers });
  return missing === undefined ? undefined : { ...desk, active: missing, missing };
}
