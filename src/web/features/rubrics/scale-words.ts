import type { Criterion, CriterionTarget } from '#domain/rubrics/rubric.ts';

export const targetNames: Readonly<Record<CriterionTarget, string>> = {
  pair: 'The pair',
  response: 'Each response',
  task: 'The task',
};

/** What is asked and of what, in one short line for the outline. */
export function summariseCriterion({ target, scale }: Pick<Criterion, 'target' | 'scale'>): string {
  const asked = { pair: 'A or B', response: 'Each response', task: 'Whole task' }[target];
  if (scale.kind === 'rating') return `${asked} · ${scale.min}–${scale.max}`;
  if (scale.kind === 'choice') return `${asked} · ${scale.options.length} options`;
  const points = scale.steps * 2 + (scale.tie ? 1 : 0);
  return `${asked} · ${points} points`;
}

/** How a point of a scale is called beside its name field. */
export function pointName(kind: 'preference' | 'rating', value: number): string {
  if (kind === 'rating') return String(value);
  return value === 0 ? 'Tie' : `± ${value}`;
}
