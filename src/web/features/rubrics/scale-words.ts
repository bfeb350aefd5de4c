import type { Criterion } from '#domain/rubrics/rubric.ts';
import { type CriterionTarget, scaleKindWords } from '#domain/rubrics/target.ts';

export const targetNames: Readonly<Record<CriterionTarget, string>> = {
  task: 'The task',
  pair: 'The pair',
  ranking: 'All responses',
  response: 'Each response',
  turn: 'Each turn',
  step: 'Each step',
  span: 'Passages',
  region: 'Places in media',
};

/** What is asked and of what, in one short line for the outline. */
export function summariseCriterion({ target, scale }: Pick<Criterion, 'target' | 'scale'>): string {
  const asked = target === 'pair' ? 'A or B' : targetNames[target];
  if (scale.kind === 'rating') return `${asked} · ${scale.min}–${scale.max}`;
  if (scale.kind === 'choice') return `${asked} · ${scale.options.length} options`;
  if (scale.kind !== 'preference') return `${asked} · ${scaleKindWords[scale.kind].replace(/^an? /, '')}`;
  const points = scale.steps * 2 + (scale.tie ? 1 : 0);
  return `${asked} · ${points} points`;
}

/** How a point of a scale is called beside its name field. */
export function pointName(kind: 'preference' | 'rating', value: number): string {
  if (kind === 'rating') return String(value);
  return value === 0 ? 'Tie' : `± ${value}`;
}
