import { type AnswerControl, unitIdOf } from '#domain/judging/missing-answers.ts';

/** A name for a control that holds for the whole task, also as a DOM id. */
export function controlId(control: AnswerControl): string {
  if (!('criterionKey' in control)) return `judge-${control.kind}`;
  const unitId = unitIdOf(control);
  const base = `judge-${control.kind}-${control.criterionKey}`;
  return unitId === null ? base : `${base}-${unitId}`;
}

export function isSameControl(one: AnswerControl | null, other: AnswerControl | null): boolean {
  if (one === null || other === null) return one === other;
  return controlId(one) === controlId(other);
}
