import type { ItemUnits } from '#domain/items/item-units.ts';
import { type Answers, emptyAnswers, ownValue } from '#domain/judging/answers.ts';
import { changeAnswers, clearingChange } from '#domain/judging/change-answers.ts';
import { isRankingComplete } from '#domain/judging/check-ranking.ts';
import { type AnswerControl, findFirstMissing, listControls } from '#domain/judging/missing-answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { answerForDigit } from './answer-for-digit.ts';
import { applyAnswer, controlOf, hasAnswer } from './apply-answer.ts';
import { isSameControl } from './control-id.ts';
import { listControlValues, readControlValue, scaleOf, valueAct } from './control-values.ts';
import type { JudgeAct } from './judge-act.ts';
import { listPositions, movePreference } from './preference-positions.ts';
import { setRestAside, tieLast, unrankLast } from './rank-response.ts';

/** The answers of one task and where the person is in them. */
export interface Desk {
  readonly answers: Answers;
  /** The control that keys speak to; null where the rubric asks nothing. */
  readonly active: AnswerControl | null;
  /** The control that kept the judgment from being submitted. */
  readonly missing: AnswerControl | null;
  /** The criterion of which the person is about to say that the rubric does not settle it. */
  readonly unsettling?: string | undefined;
}

/** What the desk is laid for. */
export interface DeskTask {
  readonly rubric: Rubric;
  /** In the order on screen. */
  readonly responseIds: readonly string[];
  /** Turns, steps and texts, for rubrics that ask about them. */
  readonly units?: ItemUnits | undefined;
}

export function layDesk(task: DeskTask, answers: Answers = emptyAnswers): Desk {
  return { answers, active: listControls({ ...task, answers })[0] ?? null, missing: null };
}

/** Goes on with answers that were begun before: at the first that is missing, where digits go on, too. */
export function resumeDesk(task: DeskTask, answers: Answers): Desk {
  const desk = layDesk(task, answers);
  const isBegun = listControls({ ...task, answers }).some((control) => hasAnswer(answers, control));
  const missing = isBegun ? findFirstMissing({ ...task, answers }) : undefined;
  return missing === undefined ? desk : { ...desk, active: missing };
}

function step(desk: Desk, task: DeskTask, by: 1 | -1): Desk {
  const controls = listControls({ ...task, answers: desk.answers });
  const at = controls.findIndex((control) => isSameControl(control, desk.active));
  return { ...desk, active: controls[Math.max(0, Math.min(controls.length - 1, at + by))] ?? desk.active };
}

function answered(desk: Desk, task: DeskTask, to: { answers: Answers; control: AnswerControl }): Desk {
  const { answers, control } = to;
  const { missing } = desk;
  const isMet =
    missing === null || isSameControl(missing, control) || !isListed(missing, { ...task, answers });
  return { answers, active: control, missing: isMet ? null : missing };
}

function takeAnswer(desk: Desk, task: DeskTask, act: Parameters<typeof applyAnswer>[1]): Desk {
  const next = answered(desk, task, { answers: applyAnswer(desk.answers, act), control: controlOf(act) });
  if (act.kind !== 'answer') return next;
  if (act.leadsOn === true) return leadOn(next, task);
  return act.isAside === true ? { ...next, active: desk.active } : next;
}

/** Whether a control is asked, given the answers. */
function isListed(control: AnswerControl, of: DeskTask & { readonly answers: Answers }): boolean {
  return listControls(of).some((each) => isSameControl(each, control));
}

/** A ranking, a choice of several and a conflict take many digits; all others are done with one. */
function takesManyDigits(control: AnswerControl, { rubric }: DeskTask): boolean {
  if (control.kind === 'conflict') return true;
  const kind = scaleOf(control, rubric)?.kind;
  return kind === 'ranking' || kind === 'choices';
}

/** A first answer by digit moves on to the next control, so that a task is a run of digits. */
function pressDigit(desk: Desk, task: DeskTask, digit: number): Desk {
  const { active, answers } = desk;
  if (active === null) return desk;
  const act = answerForDigit({ control: active, digit, answers, ...task });
  if (act === undefined) return desk;
  const next = reduceDesk(desk, act, task);
  const isDone = takesManyDigits(active, task)
    ? isRanked(next, active, task) && !isRanked(desk, active, task)
    : !hasAnswer(answers, active);
  return isDone ? leadOn(next, task) : next;
}

/** To the next control; past words that need not be given, since Enter there begins a new line instead of submitting. */
function leadOn(desk: Desk, task: DeskTask): Desk {
  let next = step(desk, task, 1);
  while (isOptionalText(next.active, task)) {
    const after = step(next, task, 1);
    if (isSameControl(after.active, next.active)) return desk;
    next = after;
  }
  return next;
}

function isOptionalText(control: AnswerControl | null, { rubric }: DeskTask): boolean {
  if (control?.kind === 'justification') return rubric.justification.ask !== 'required';
  if (control === null || !('criterionKey' in control)) return false;
  const criterion = findCriterion(rubric, control.criterionKey);
  return criterion?.scale.kind === 'text' && !criterion.required;
}

/** Whether a ranking is complete, so that the rest of the task waits. */
function isRanked({ answers }: Desk, control: AnswerControl, { responseIds }: DeskTask): boolean {
  if (control.kind !== 'ranking') return false;
  const answer = ownValue(answers.ranking, control.criterionKey);
  return answer !== undefined && isRankingComplete(answer, responseIds);
}

/** The preference that arrows change: the active one, else the one that stands for the whole judgment. */
function arrowTarget(desk: Desk, { rubric }: DeskTask): string | null {
  return desk.active?.kind === 'pair' ? desk.active.criterionKey : rubric.overallKey;
}

function nudge(desk: Desk, task: DeskTask, towards: 'left' | 'right'): Desk {
  if (desk.active !== null && desk.active.kind !== 'pair') return nudgeValue(desk, task, towards);
  const criterionKey = arrowTarget(desk, task);
  const scale = criterionKey === null ? undefined : findCriterion(task.rubric, criterionKey)?.scale;
  if (criterionKey === null || scale?.kind !== 'preference') return desk;
  const current = ownValue(desk.answers.pair, criterionKey);
  const answer = movePreference(listPositions(scale, task.responseIds), current, towards);
  return answer === undefined ? desk : reduceDesk(desk, { kind: 'prefer', criterionKey, answer }, task);
}

function nudgeValue(desk: Desk, task: DeskTask, towards: 'left' | 'right'): Desk {
  if (desk.active === null) return desk;
  const values = listControlValues(desk.active, task.rubric);
  const current = readControlValue(desk.answers, desk.active) ?? undefined;
  const from = current === undefined ? (towards === 'left' ? values.length : -1) : values.indexOf(current);
  const value = values[Math.max(0, Math.min(values.length - 1, from + (towards === 'left' ? -1 : 1)))];
  const act = value === undefined ? undefined : valueAct(desk.active, value);
  return act === undefined ? desk : reduceDesk(desk, act, task);
}

function bothBad(desk: Desk, task: DeskTask): Desk {
  const { active } = desk;
  const criterionKey = active?.kind === 'ranking' ? active.criterionKey : arrowTarget(desk, task);
  const scale = criterionKey === null ? undefined : findCriterion(task.rubric, criterionKey)?.scale;
  if (criterionKey === null || scale === undefined) return desk;
  if (scale.kind === 'ranking' && scale.allBad) {
    const change = { record: 'ranking', key: criterionKey, value: { verdict: 'all_bad' } } as const;
    return reduceDesk(desk, { kind: 'answer', control: { kind: 'ranking', criterionKey }, change }, task);
  }
  if (scale.kind !== 'preference' || !scale.bothBad) return desk;
  return reduceDesk(desk, { kind: 'prefer', criterionKey, answer: { verdict: 'both_bad' } }, task);
}

/** The ranking that "tie" speaks of: the active one, else the one that the last digit completed and left. */
function findTied(desk: Desk, task: DeskTask): AnswerControl | undefined {
  if (desk.active?.kind === 'ranking') return desk.active;
  const controls = listControls({ ...task, answers: desk.answers });
  const before = controls[controls.findIndex((control) => isSameControl(control, desk.active)) - 1];
  return before?.kind === 'ranking' ? before : undefined;
}

/** Ties the response that was ranked last with the one before. */
function tie(desk: Desk, task: DeskTask): Desk {
  const ranking = findTied(desk, task);
  const scale = ranking === undefined ? undefined : scaleOf(ranking, task.rubric);
  if (ranking?.kind !== 'ranking' || scale?.kind !== 'ranking' || !scale.ties) return desk;
  const key = ranking.criterionKey;
  const value = tieLast(ownValue(desk.answers.ranking, key));
  return { ...desk, answers: changeAnswers(desk.answers, { record: 'ranking', key, value }) };
}

/** Says that the active criterion does not apply; again, and the answer is open. Of a ranking: that the rest has no place. */
function notApplicable(desk: Desk, task: DeskTask): Desk {
  const { active, answers } = desk;
  if (active === null || !('criterionKey' in active)) return desk;
  const criterion = findCriterion(task.rubric, active.criterionKey);
  if (criterion?.scale.kind === 'ranking') {
    if (!criterion.scale.unrankable) return desk;
    const value = setRestAside(ownValue(answers.ranking, criterion.key), task.responseIds);
    const change = { record: 'ranking', key: criterion.key, value } as const;
    return reduceDesk(desk, { kind: 'answer', control: active, change }, task);
  }
  if (criterion?.allowNotApplicable !== true) return desk;
  if (readControlValue(answers, active) === null) return clear(desk);
  const act = valueAct(active, null);
  return act === undefined ? desk : leadOn(reduceDesk(desk, act, task), task);
}

function clear(desk: Desk): Desk {
  const { active, answers } = desk;
  if (active === null) return desk;
  if ('criterionKey' in active && ownValue(answers.unsettled, active.criterionKey) !== undefined) {
    const change = { record: 'unsettled', key: active.criterionKey, value: undefined } as const;
    return { ...desk, answers: changeAnswers(answers, change) };
  }
  if (active.kind !== 'ranking') return { ...desk, answers: changeAnswers(answers, clearingChange(active)) };
  const value = unrankLast(ownValue(answers.ranking, active.criterionKey));
  const change = { record: 'ranking', key: active.criterionKey, value } as const;
  return { ...desk, answers: changeAnswers(answers, change) };
}

/** Opens the place for saying that the rubric does not settle the active criterion. */
function unsettle(desk: Desk, { rubric }: DeskTask): Desk {
  if (rubric.unsettled === false) return desk;
  const { active } = desk;
  const isOfCriterion = active !== null && 'criterionKey' in active;
  const key = isOfCriterion ? active.criterionKey : (rubric.overallKey ?? rubric.criteria[0]?.key);
  return key === undefined ? desk : { ...desk, unsettling: key };
}

function activate(desk: Desk, control: AnswerControl): Desk {
  if (isSameControl(desk.active, control)) return desk;
  const { unsettling, ...rest } = desk;
  const stays = unsettling !== undefined && 'criterionKey' in control && control.criterionKey === unsettling;
  return stays ? { ...desk, active: control } : { ...rest, active: control };
}

function leaveText(desk: Desk, task: DeskTask): Desk {
  const { unsettling, ...rest } = desk;
  if (unsettling !== undefined) return rest;
  const onward = step(desk, task, 1);
  return isSameControl(onward.active, desk.active) ? step(desk, task, -1) : onward;
}

function runCommand(desk: Desk, act: Extract<JudgeAct, { kind: 'command' }>, task: DeskTask): Desk {
  switch (act.id) {
    case 'prefer_left':
      return nudge(desk, task, 'left');
    case 'prefer_right':
      return nudge(desk, task, 'right');
    case 'both_bad':
      return bothBad(desk, task);
    case 'tie':
      return tie(desk, task);
    case 'not_applicable':
      return notApplicable(desk, task);
    case 'rubric_unclear':
      return unsettle(desk, task);
    case 'next_criterion':
      return step(desk, task, 1);
    case 'previous_criterion':
      return step(desk, task, -1);
    case 'clear_answer':
      return clear(desk);
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
    case 'rate':
    case 'rate_task':
    case 'justify':
    case 'confide':
    case 'answer':
      return takeAnswer(desk, task, act);
    case 'activate':
      return activate(desk, act.control);
    case 'digit':
      return pressDigit(desk, task, act.digit);
    case 'leave':
      return desk;
    case 'leave_text':
      return leaveText(desk, task);
    case 'command':
      return runCommand(desk, act, task);
  }
}

/** Moves to the first control that still needs an answer; undefined where nothing is missing. */
export function seekMissing(desk: Desk, task: DeskTask): Desk | undefined {
  const missing = findFirstMissing({ ...task, answers: desk.answers });
  return missing === undefined ? undefined : { ...desk, active: missing, missing };
}
