import type { ItemContent, ItemResponse } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import { type Answers, emptyAnswers, ownValue } from '#domain/judging/answers.ts';
import { type AnswerChange, changeAnswers } from '#domain/judging/change-answers.ts';
import { isAsked } from '#domain/judging/is-asked.ts';
import { type CriterionControl, listControls, unitIdOf } from '#domain/judging/missing-answers.ts';
import { type Criterion, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { happens } from '#seeds/demo/chance.ts';
import { blurPreference, blurRanking } from './blur-comparison.ts';
import { blurRegions, blurSpanMarks } from './blur-marks.ts';
import { blurValue, type Viewer } from './blur-value.ts';
import type { IdealAnswers } from './demo-task.ts';
import { repeatRun } from './repeat-run.ts';

export interface TaskToAnswer extends Viewer {
  readonly rubric: Rubric;
  readonly content: ItemContent;
  /** The item's responses in the order of the demo's file. */
  readonly inFileOrder: readonly ItemResponse[];
  readonly ideal: IdealAnswers;
}

/** Lets a simulated person answer all that a rubric asks about an item: what is ideal, seen through their skill. */
export function simulateAnswers(task: TaskToAnswer): Answers {
  const { rubric, content } = task;
  const responseIds = content.responses.map(({ id }) => id);
  const unsettledKey = sayUnsettled(task);
  let answers: Answers = emptyAnswers;
  const answered = new Map<string, boolean>();
  for (const control of listControls({ rubric, responseIds, units: unitsOf(content) })) {
    if (!('criterionKey' in control)) continue;
    const criterion = findCriterion(rubric, control.criterionKey);
    if (!criterion || criterion.key === unsettledKey) continue;
    if (!isAsked(criterion, { rubric, answers, unitId: unitIdOf(control) })) continue;
    // Whoever answers what may be left out does so for all responses, or for none.
    const takesPart = answered.get(criterion.key) ?? mayAnswer(task, criterion);
    answered.set(criterion.key, takesPart);
    const change = takesPart ? answer(task, { criterion, control }) : undefined;
    if (change) answers = changeAnswers(answers, change);
  }
  return { ...answers, ...addAround(task, { answers, unsettledKey }) };
}

function mayAnswer({ annotator, random }: TaskToAnswer, { required }: Criterion): boolean {
  return required || happens(random, annotator.diligence);
}

/** The first who meets a gap in the guidelines says so. */
function sayUnsettled({ ideal, judgedBefore }: TaskToAnswer): string | undefined {
  return judgedBefore === 0 ? ideal.unsettled?.criterion : undefined;
}

interface Asked {
  readonly criterion: Criterion;
  readonly control: CriterionControl;
}

function answer(task: TaskToAnswer, asked: Asked): AnswerChange | undefined {
  const { control, criterion } = asked;
  const { key, scale } = criterion;
  switch (control.kind) {
    case 'pair':
    case 'ranking':
      return compare(task, criterion);
    case 'response':
    case 'turn':
    case 'step': {
      const value = blurValue(task, idealOf(task, control), scale);
      return { record: control.kind, key, unitId: unitIdOf(control) ?? '', value };
    }
    case 'task': {
      const written = textOf(task)?.task?.[key];
      const value = written ?? blurValue(task, ownValue(task.ideal.task, key), scale);
      return value === '' ? undefined : { record: 'task', key, value };
    }
    case 'span':
    case 'region':
      return mark(task, criterion);
    default:
      return work(task, asked);
  }
}

function compare(task: TaskToAnswer, { key, scale }: Criterion): AnswerChange | undefined {
  const ids = task.inFileOrder.map(({ id }) => id);
  const [first, second] = ids;
  if (scale.kind === 'ranking') {
    const qualities = ownValue(task.ideal.ranking, key) ?? [];
    return { record: 'ranking', key, value: blurRanking(task, qualities, { scale, ids }) };
  }
  if (scale.kind !== 'preference' || first === undefined || second === undefined) return undefined;
  const ideal = ownValue(task.ideal.pair, key) ?? 0;
  return { record: 'pair', key, value: blurPreference(task, ideal, { scale, ids: [first, second] }) };
}

function mark(task: TaskToAnswer, { key, scale }: Criterion): AnswerChange | undefined {
  const responses = task.inFileOrder;
  if (scale.kind === 'regions') {
    const ideal = ownValue(task.ideal.region, key) ?? [];
    const value = blurRegions(task, ideal, { labels: scale.labels, responses });
    return { record: 'region', key, value };
  }
  if (scale.kind !== 'marks' && scale.kind !== 'claims') return undefined;
  const ideal = ownValue(task.ideal.span, key) ?? [];
  return { record: 'span', key, value: blurSpanMarks(task, ideal, { scale, responses }) };
}

/** What is written and what is run. A conversation cannot be made up: it is held with a model. */
function work(task: TaskToAnswer, { control, criterion: { key } }: Asked): AnswerChange | undefined {
  if (control.kind === 'writing') {
    const written = textOf(task);
    if (!written) return undefined;
    const editedFrom =
      written.editedFrom === undefined ? null : (task.inFileOrder[written.editedFrom]?.id ?? null);
    return { record: 'writing', key, value: { text: written.text, editedFrom } };
  }
  if (control.kind !== 'run') return undefined;
  const at = task.inFileOrder.findIndex(({ id }) => id === control.responseId);
  const [response, ideal] = [task.inFileOrder[at], ownValue(task.ideal.runs, key)?.[at]];
  const value = response && ideal ? repeatRun(task, { response, ideal, setup: task.content.code }) : [];
  return { record: 'runs', key, unitId: control.responseId, value };
}

function textOf({ ideal, judgedBefore }: TaskToAnswer) {
  const texts = Object.values(ideal.writing ?? {})[0] ?? [];
  return texts[judgedBefore % Math.max(1, texts.length)];
}

/** What a careful person would say of the response, the turn or the step that a control asks about. */
function idealOf({ ideal, inFileOrder, content }: TaskToAnswer, control: CriterionControl) {
  const { criterionKey: key } = control;
  const place = (responseId: string) => inFileOrder.findIndex(({ id }) => id === responseId);
  if (control.kind === 'response') return ownValue(ideal.response, key)?.[place(control.responseId)];
  if (control.kind === 'turn')
    return ownValue(ideal.turn, key)?.[unitsOf(content).turnIds.indexOf(control.turnId)];
  if (control.kind !== 'step') return undefined;
  const [responseId = '', step] = control.stepId.split('.s');
  return ownValue(ideal.step, key)?.[place(responseId)]?.[Number(step) - 1];
}

function addAround(
  task: TaskToAnswer,
  said: { readonly answers: Answers; readonly unsettledKey: string | undefined },
): Partial<Answers> {
  const { unsettledKey } = said;
  const { rubric, annotator, random, ideal, judgedBefore } = task;
  const { justification, confidence } = rubric;
  const reason = seesAsIdeal(task, said.answers) ? ideal.reasons?.[judgedBefore] : undefined;
  const says = confidence === 'required' || happens(random, annotator.diligence);
  const sure = Math.round(1 + 2 * random.next() * annotator.skill);
  const { section = '', note = '' } = ideal.unsettled ?? {};
  return {
    ...(unsettledKey !== undefined && { unsettled: { [unsettledKey]: { section, note } } }),
    ...(justification.ask !== 'off' && reason !== undefined && { justification: reason }),
    ...(confidence !== 'off' && says && { confidence: sure <= 1 ? 1 : sure === 2 ? 2 : 3 }),
  };
}

/** Whether the person prefers what a careful one would: the reasons of the content fit nobody else. */
function seesAsIdeal({ rubric, ideal, inFileOrder }: TaskToAnswer, answers: Answers): boolean {
  const preferred = ownValue(ideal.pair, rubric.overallKey ?? '');
  const given = ownValue(answers.pair, rubric.overallKey ?? '');
  if (preferred === undefined || given === undefined) return true;
  if (given.verdict !== 'prefers') return given.verdict === (preferred === 0 ? 'tie' : preferred);
  const better = preferred === 'both_bad' || preferred === 0 ? undefined : inFileOrder[preferred > 0 ? 0 : 1];
  return given.responseId === better?.id;
}
