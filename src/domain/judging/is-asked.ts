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
  const { condition } = criterion;
  if (condition === undefined) return isBeforeFirstError(criterion, asking);
  const source = findCriterion(asking.rubric, condition.criterionKey);
  // A published rubric has no such gap; a half-made one in the designer may.
  if (source === undefined || source === criterion) return true;
  return isMet(condition, source, { ...asking, target: criterion.target });
}

/** Steps after the first bad one rest on an error; where the scale says so, nothing is asked about them. */
function isBeforeFirstError({ key, scale }: Criterion, { answers, unitId }: Asking): boolean {
  if (scale.kind !== 'step_label' || !scale.stopAtFirstError || unitId === null) return true;
  const labels = ownValue(answers.step, key) ?? {};
  const [responseId, number] = [responseOfStep(unitId), stepNumber(unitId)];
  return !Object.entries(labels).some(
    ([id, label]) => label === 'bad' && responseOfStep(id) === responseId && stepNumber(id) < number,
  );
}

function stepNumber(stepId: string): number {
  return Number(stepId.slice(stepId.indexOf('.s') + 2));
}

function isMet(
  { test }: Condition,
  source: Criterion,
  asking: Asking & { readonly target: CriterionTarget },
): boolean {
  const { answers, rubric } = asking;
  if (test.kind === 'marked') return isMarked(source, test.labels, asking);
  const seen = answeredUnits(source, answers).filter(
    ([unitId]) =>
      concerns(unitId, asking) && isAsked(source, { rubric, answers, unitId: unitId === '' ? null : unitId }),
  );
  return seen.some(([, value]) => passes(value, test));
}

function isMarked(source: Criterion, labels: readonly string[], { answers, unitId }: Asking): boolean {
  const marks = ownValue(answers.span, source.key)?.map((mark) => ({ ...mark, of: mark.unitId }));
  const regions = ownValue(answers.region, source.key)?.map((mark) => ({ ...mark, of: null }));
  return [...(marks ?? []), ...(regions ?? [])].some(
    (mark) =>
      (labels.length === 0 || labels.includes(mark.label)) &&
      (unitId === null || mark.of === null || mark.of === responseOfUnit(unitId)),
  );
}

/** Each answered unit of a criterion with its value; "" stands for a criterion that is asked once. */
function answeredUnits({ key, target }: Criterion, answers: Answers): [string, ScaleValue][] {
  if (target === 'pair' || target === 'ranking') {
    const answer = target === 'pair' ? ownValue(answers.pair, key) : ownValue(answers.ranking, key);
    return answer === undefined ? [] : [['', answer.verdict]];
  }
  if (target === 'task') {
    const value = ownValue(answers.task, key);
    return value === undefined ? [] : [['', value]];
  }
  if (target === 'response' || target === 'turn' || target === 'step')
    return Object.entries(ownValue(answers[target], key) ?? {});
  return [];
}

/** Answers about the same unit count, of a step also those about its response; a question asked once looks at all. */
function concerns(answeredId: string, { unitId }: Asking): boolean {
  if (answeredId === '' || unitId === null || answeredId === unitId) return true;
  return answeredId === responseOfUnit(unitId) || responseOfUnit(answeredId) === unitId;
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
