import type { AnswerControl } from '#domain/judging/missing-answers.ts';

/** A name for a control that holds for the whole task, also as a DOM id. */
export function controlId(control: AnswerControl): string {
  switch (control.kind) {
    case 'pair':
    case 'task':
      return `judge-${control.kind}-${control.criterionKey}`;
    case 'response':
      return `judge-response-${control.criterionKey}-${control.responseId}`;
    default:
      return `judge-${control.kind}`;
  }
}

export function isSameControl(one: AnswerControl | null, other: AnswerControl | null): boolean {
  if (one === null || other === null) return one === other;
  return controlId(one) === controlId(other);
}
