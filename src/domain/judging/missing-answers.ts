import { walkDialogue } from '#domain/dialogue/walk.ts';
import { type ItemUnits, noUnits, responseOfStep } from '#domain/items/item-units.ts';
import { type Criterion, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { type Answers, ownValue, type ScaleValue } from './answers.ts';
import { isRankingComplete } from './check-ranking.ts';
import { explainCriterionValue } from './check-value.ts';
import { explainUnfinished } from './explain-unfinished.ts';
import { isAsked } from './is-asked.ts';

/** One thing on screen that takes an answer. */
export type AnswerControl =
  | {
      readonly kind: 'pair' | 'ranking' | 'task' | 'span' | 'region' | 'writing' | 'chat' | 'continuation';
      readonly criterionKey: string;
    }
  | { readonly kind: 'response' | 'run'; readonly criterionKey: string; readonly responseId: string }
  | { readonly kind: 'turn'; readonly criterionKey: string; readonly turnId: string }
  | { readonly kind: 'step'; readonly criterionKey: string; readonly stepId: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'justification' }
  | { readonly kind: 'confidence' };

/** A control that belongs to a criterion. */
export type CriterionControl = Extract<AnswerControl, { criterionKey: string }>;

export interface ControlsOf {
  readonly rubric: Rubric;
  /** In the order on screen, so that focus moves as the eye does. */
  readonly responseIds: readonly string[];
  /** Left out where nothing is asked of parts of the item. */
  readonly units?: ItemUnits | undefined;
}

export interface AnswerState extends ControlsOf {
  readonly answers: Answers;
}

/** Lists the controls that must still be answered before submission, in the order on screen. */
export function listMissingAnswers(state: AnswerState): AnswerControl[] {
  return listControls(state).filter((control) => isMissing(control, state));
}

/** The control that focus should move to; undefined where the judgment can be submitted. */
export function findFirstMissing(state: AnswerState): AnswerControl | undefined {
  return listControls(state).find((control) => isMissing(control, state));
}

type AnyRecords = Readonly<Record<string, object | undefined>>;
const begunByRecord: readonly AnswerControl['kind'][] = ['ranking', 'span', 'region', 'continuation'];

/** What was begun must be finished too, also where it need not have been begun: half a ranking cannot be stored. */
function isMissing(control: AnswerControl, state: AnswerState): boolean {
  if (isControlAnswered(control, state)) return false;
  return isRequired(control, state.rubric) || isBegun(control, state.answers);
}

function isBegun(control: AnswerControl, answers: Answers): boolean {
  if (control.kind === 'conflict') return answers.conflict !== undefined;
  if (!('criterionKey' in control)) return false;
  if (begunByRecord.includes(control.kind))
    return Object.hasOwn((answers as unknown as AnyRecords)[control.kind] ?? {}, control.criterionKey);
  if (control.kind === 'writing')
    return (ownValue(answers.writing, control.criterionKey)?.text.trim() ?? '') !== '';
  const value = valueGiven(control, answers);
  return value !== undefined && !isBlank(value);
}

/**
 * Every control of a task in the order on screen: what is written or said first, then parts, comparisons, responses, the
 * task, places in media, and the words around them. With answers, only those that the answers leave to be asked.
 */
export function listControls(of: ControlsOf & { readonly answers?: Answers | undefined }): AnswerControl[] {
  const { rubric, answers } = of;
  const places = rubric.criteria.map((criterion) => ({ criterion, place: placeOf(criterion) }));
  const inOrder = places.toSorted((one, other) => one.place - other.place);
  const controls: AnswerControl[] = inOrder.flatMap(({ criterion }) =>
    controlsOf(criterion, of).filter(
      (control) =>
        answers === undefined || isAsked(criterion, { rubric, answers, unitId: unitIdOf(control) }),
    ),
  );
  if ((rubric.conflict ?? 'off') !== 'off') controls.push({ kind: 'conflict' });
  if (rubric.justification.ask !== 'off') controls.push({ kind: 'justification' });
  if (rubric.confidence !== 'off') controls.push({ kind: 'confidence' });
  return controls;
}

/** The response, turn or step that a control asks about; null where it is asked once. */
export function unitIdOf(control: AnswerControl): string | null {
  if (control.kind === 'response' || control.kind === 'run') return control.responseId;
  if (control.kind === 'turn') return control.turnId;
  return control.kind === 'step' ? control.stepId : null;
}

const order = [
  'writing',
  'chat',
  'continuation',
  'run',
  'turn',
  'step',
  'span',
  'pair',
  'ranking',
  'response',
  'task',
  'region',
];

function placeOf({ target, scale }: Criterion): number {
  const own = order.indexOf(scale.kind);
  return own === -1 ? order.indexOf(target) : own;
}

function controlsOf(criterion: Criterion, { responseIds, units = noUnits }: ControlsOf): CriterionControl[] {
  const { key: criterionKey, target, scale } = criterion;
  if (scale.kind === 'writing' || scale.kind === 'chat') return [{ kind: scale.kind, criterionKey }];
  if (scale.kind === 'continuation') {
    const { open } = walkDialogue(units.dialogue ?? [], []);
    return open !== null ? [{ kind: 'continuation', criterionKey }] : [];
  }
  switch (target) {
    case 'response': {
      const kind = scale.kind === 'run' ? 'run' : 'response';
      return responseIds.map((responseId) => ({ kind, criterionKey, responseId }));
    }
    case 'turn':
      return units.turnIds.map((turnId) => ({ kind: 'turn', criterionKey, turnId }));
    case 'step':
      return responseIds.flatMap((responseId) =>
        units.stepIds
          .filter((stepId) => responseOfStep(stepId) === responseId)
          .map((stepId): CriterionControl => ({ kind: 'step', criterionKey, stepId })),
      );
    default:
      return [{ kind: target, criterionKey }];
  }
}

function isRequired(control: AnswerControl, rubric: Rubric): boolean {
  if (control.kind === 'justification') return rubric.justification.ask === 'required';
  if (control.kind === 'confidence') return rubric.confidence === 'required';
  if (control.kind === 'conflict') return rubric.conflict === 'required';
  return findCriterion(rubric, control.criterionKey)?.required ?? false;
}

/** Whether a control has all that a submission needs of it. */
export function isControlAnswered(control: AnswerControl, state: AnswerState): boolean {
  const { rubric, answers } = state;
  if (control.kind === 'justification')
    return isLongEnough(answers.justification, rubric.justification.minCharacters);
  if (control.kind === 'confidence') return answers.confidence !== undefined;
  if (control.kind === 'conflict')
    return answers.conflict !== undefined && answers.conflict.criterionKeys.length !== 1;
  if (ownValue(answers.unsettled, control.criterionKey) !== undefined) return true;
  return isCriterionAnswered(control, state);
}

function isCriterionAnswered(control: CriterionControl, state: AnswerState): boolean {
  const { answers, responseIds, rubric } = state;
  const { criterionKey: key } = control;
  switch (control.kind) {
    case 'ranking': {
      const ranking = ownValue(answers.ranking, key);
      return ranking !== undefined && isRankingComplete(ranking, responseIds);
    }
    case 'run':
      return (ownValue(ownValue(answers.runs, key), control.responseId)?.length ?? 0) > 0;
    case 'response':
    case 'turn':
    case 'step':
    case 'task':
      return isValueComplete(valueGiven(control, answers), findCriterion(rubric, key));
    case 'writing':
      return (
        (ownValue(answers.writing, key)?.text.trim() ?? '') !== '' &&
        explainUnfinished(control, state) === null
      );
    default:
      return Object.hasOwn(answers[control.kind] ?? {}, key) && explainUnfinished(control, state) === null;
  }
}

/** The value that a response, a turn, a step or the task was given; undefined for controls of another kind. */
function valueGiven(control: CriterionControl, answers: Answers): ScaleValue | undefined {
  const { criterionKey: key } = control;
  switch (control.kind) {
    case 'task':
      return ownValue(answers.task, key);
    case 'response':
      return ownValue(ownValue(answers.response, key), control.responseId);
    case 'turn':
      return ownValue(ownValue(answers.turn, key), control.turnId);
    case 'step':
      return ownValue(ownValue(answers.step, key), control.stepId);
    default:
      return undefined;
  }
}

/** Too few words, or too few options, are not yet an answer. */
function isValueComplete(value: ScaleValue | undefined, criterion: Criterion | undefined): boolean {
  if (value === undefined || isBlank(value)) return false;
  return (
    criterion === undefined || explainCriterionValue(value, { criterion, purpose: 'submission' }) === null
  );
}

function isBlank(value: ScaleValue): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function isLongEnough(justification: string | undefined, minCharacters: number): boolean {
  return countCharacters(justification?.trim() ?? '') >= Math.max(1, minCharacters);
}
