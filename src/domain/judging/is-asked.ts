import { responseOfStep } from '#domain/items/item-units.ts';
import type { Condition, ConditionTest } from '#domain/rubrics/condition.ts';
import { type Criterion, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { type Answers, ownValue, type ScaleValue } from './answers.ts';

interface Asking {
  readonly rubric: Rubric;
  readonly answers: Answers;
  /** The response, turn or step that is asked about; null where the criterion is asked once. */
  readonly unitId: string | null;
}

/** Whether a criterion is asked of a unit, given the answers so far. */
export function isAsked(criterion: Criterion, asking: Asking): boolean {
  if (!isBeforeFirstError(criterion, asking)) return false;
  const { condition } = criterion;
  if (condition === undefined) return true;
  const source = findCriterion(asking.rubric, condition.criterionKey);
  // A published rubric has no such gap; a half-made one in the designer may.
  if (source === undefined || source === criterion) return true;
  return isMet(condition, source, asking);
}

/** Steps after the first bad one rest on an error; where the scale says so, nothing is asked about them. */
function isBeforeFirstError({ key, scale }: Criterion, { answers, unitId }: Asking): boolean {
  if (scale.kind !== 'step_label' || !scale.stopAtFirstError || unitId === null) return true;
  const labels = ownValue(answers.step, key);
  const first = labels && groupByResponse(labels).get(responseOfStep(unitId))?.firstBad;
  return first === undefined || stepNumber(unitId) <= first;
}

function stepNumber(stepId: string): number {
  return Number(stepId.slice(stepId.indexOf('.s') + 2));
}

type Values = Readonly<Record<string, ScaleValue>>;

interface AnsweredSteps {
  readonly entries: [string, ScaleValue][];
  /** The number of the first step that was called bad. */
  firstBad: number | undefined;
}

const grouped = new WeakMap<Values, ReadonlyMap<string, AnsweredSteps>>();

/** Answers about steps by their response. Kept for each record, which never changes: every step asks for it. */
function groupByResponse(values: Values): ReadonlyMap<string, AnsweredSteps> {
  const known = grouped.get(values);
  if (known !== undefined) return known;
  const groups = new Map<string, AnsweredSteps>();
  for (const [stepId, value] of Object.entries(values)) {
    const responseId = responseOfStep(stepId);
    const group = groups.get(responseId) ?? { entries: [], firstBad: undefined };
    groups.set(responseId, group);
    group.entries.push([stepId, value]);
    if (value === 'bad') group.firstBad = Math.min(group.firstBad ?? Infinity, stepNumber(stepId));
  }
  grouped.set(values, groups);
  return groups;
}

function isMet({ test }: Condition, source: Criterion, asking: Asking): boolean {
  const { answers, rubric, unitId } = asking;
  if (test.kind === 'marked') return isMarked(source, test.labels, asking);
  return answersAbout(source, answers, unitId).some(
    ([answeredId, value]) => passes(value, test) && isAsked(source, { rubric, answers, unitId: answeredId }),
  );
}

function isMarked(source: Criterion, labels: readonly string[], { answers, unitId }: Asking): boolean {
  const isMeant = ({ label }: { readonly label: string }) => labels.length === 0 || labels.includes(label);
  const of = unitId === null ? null : responseOfUnit(unitId);
  const marks = ownValue(answers.span, source.key) ?? [];
  if (marks.some((mark) => isMeant(mark) && (of === null || mark.unitId === of))) return true;
  return (ownValue(answers.region, source.key) ?? []).some(isMeant);
}

/** The answers of a criterion that say something about a unit, each with its own unit; null where it is asked once. */
function answersAbout(
  { key, target }: Criterion,
  answers: Answers,
  unitId: string | null,
): [string | null, ScaleValue][] {
  if (target === 'pair' || target === 'ranking') {
    const answer = target === 'pair' ? ownValue(answers.pair, key) : ownValue(answers.ranking, key);
    return answer === undefined ? [] : [[null, answer.verdict]];
  }
  if (target === 'task') {
    const value = ownValue(answers.task, key);
    return value === undefined ? [] : [[null, value]];
  }
  if (target !== 'response' && target !== 'turn' && target !== 'step') return [];
  const values = ownValue(answers[target], key) ?? {};
  return unitId === null ? Object.entries(values) : valuesAbout(values, { target, unitId });
}

/** Answers about the same unit count, of a step also those about its response; a question asked once looks at all. */
function valuesAbout(
  values: Values,
  { target, unitId }: { target: CriterionTarget; unitId: string },
): [string, ScaleValue][] {
  const isOfSteps = target === 'step' && !unitId.includes('.');
  if (isOfSteps) return groupByResponse(values).get(unitId)?.entries ?? [];
  return [...new Set([unitId, responseOfUnit(unitId)])].flatMap((id): [string, ScaleValue][] => {
    const value = ownValue(values, id);
    return value === undefined ? [] : [[id, value]];
  });
}

function responseOfUnit(unitId: string): string {
  return unitId.includes('.') ? responseOfStep(unitId) : unitId;
}

function passes(value: ScaleValue, test: Exclude<ConditionTest, { kind: 'marked' }>): boolean {
  if (value === null) return false;
  if (test.kind === 'answered') return true;
  if (test.kind === 'one_of')
    return Array.isArray(value)
      ? value.some((each) => test.values.includes(each))
      : test.values.includes(value as number | string);
  if (typeof value !== 'number') return false;
  return test.kind === 'at_least' ? value >= test.value : value <= test.value;
}
