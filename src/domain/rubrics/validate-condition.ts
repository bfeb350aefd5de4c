import type { Place } from '#domain/outcomes/refusal.ts';
import type { ConditionTest } from './condition.ts';
import type { Criterion } from './rubric.ts';
import type { ScaleKind } from './scale.ts';
import { optionsOf } from './scale-points.ts';
import type { CriterionTarget } from './target.ts';

/** Lists why a criterion's condition can never be weighed, or never be met. */
export function validateCondition(criteria: readonly Criterion[], index: number): Place[] {
  const criterion = criteria[index];
  const condition = criterion?.condition;
  if (criterion === undefined || condition === undefined) return [];
  const path = `criteria.${index}.condition`;
  const at = criteria.findIndex(({ key }) => key === condition.criterionKey);
  const source = criteria[at];
  if (source === undefined)
    return [{ path, message: `No criterion has the key "${condition.criterionKey}". Choose another one.` }];
  if (at === index) return [{ path, message: 'A criterion cannot depend on its own answer.' }];
  if (at > index) {
    const message = `“${source.label}” is asked later. Move it above “${criterion.label}”, or choose another one.`;
    return [{ path, message }];
  }
  if (!canDepend(criterion.target, source.target)) {
    const message = `“${source.label}” is asked of other parts of the item, so it cannot decide here.`;
    return [{ path, message }];
  }
  const message = explainTest(condition.test, source);
  return message === null ? [] : [{ path: `${path}.test`, message }];
}

const askedOnce: readonly CriterionTarget[] = ['task', 'pair', 'ranking', 'region'];

/** Whether an answer about one target says something about another. */
export function canDepend(target: CriterionTarget, source: CriterionTarget): boolean {
  if (target === source || askedOnce.includes(source) || askedOnce.includes(target)) return true;
  if (target === 'turn' || source === 'turn') return source === 'span';
  return true;
}

/** What is made rather than answered. */
const unweighed: readonly ScaleKind[] = ['writing', 'chat', 'run', 'continuation'];

function explainTest(test: ConditionTest, source: Criterion): string | null {
  const { scale, label } = source;
  const hasMarks = scale.kind === 'marks' || scale.kind === 'claims' || scale.kind === 'regions';
  if (test.kind === 'marked') {
    if (!hasMarks) return `Nothing is marked in “${label}”. Ask for an answer instead.`;
    return explainKeys(test.labels, keysOf(source), label);
  }
  if (hasMarks) return `“${label}” is answered with marks. Ask whether something is marked.`;
  if (unweighed.includes(scale.kind))
    return `“${label}” has no answer that could be weighed. Choose another criterion.`;
  if (test.kind === 'answered') return null;
  if (test.kind === 'one_of') return explainValues(test.values, source);
  return explainBound(test, source);
}

function explainBound(test: { readonly kind: string; readonly value: number }, { scale, label }: Criterion) {
  if (scale.kind !== 'rating' && scale.kind !== 'number' && scale.kind !== 'slider')
    return `“${label}” is no number, so it cannot be “at least” or “at most”.`;
  const { min, max } = scale;
  if (test.value < min || test.value > max) return `${test.value} is not on the scale of “${label}”.`;
  const isAlways = test.kind === 'at_least' ? test.value === min : test.value === max;
  return isAlways ? `Every answer to “${label}” meets this. Choose a narrower bound.` : null;
}

function explainValues(values: readonly (number | string)[], source: Criterion): string | null {
  const { scale, label } = source;
  if (values.length === 0) return 'Choose at least one answer.';
  if (scale.kind === 'number' || scale.kind === 'slider' || scale.kind === 'text')
    return `The answers to “${label}” cannot be listed. Ask whether it is answered, or for a bound.`;
  if (scale.kind !== 'rating') return explainKeys(values, keysOf(source), label);
  const outside = values.find((value) => typeof value !== 'number' || value < scale.min || value > scale.max);
  return outside === undefined ? null : `${outside} is not on the scale of “${label}”.`;
}

function keysOf({ scale }: Criterion): string[] {
  if (scale.kind === 'preference')
    return ['prefers', ...(scale.tie ? ['tie'] : []), ...(scale.bothBad ? ['both_bad'] : [])];
  if (scale.kind === 'ranking')
    return [scale.mode === 'full' ? 'ranked' : 'best_worst', ...(scale.allBad ? ['all_bad'] : [])];
  return optionsOf(scale).map(({ key }) => key);
}

function explainKeys(
  wanted: readonly (number | string)[],
  keys: readonly string[],
  label: string,
): string | null {
  const stranger = wanted.find((each) => typeof each !== 'string' || !keys.includes(each));
  return stranger === undefined
    ? null
    : `“${label}” has no answer “${stranger}”. Choose one of ${keys.join(', ')}.`;
}
