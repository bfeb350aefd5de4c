import type { Answers, ScaleValue } from '#domain/judging/answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { ownValue } from './apply-answer.ts';
import type { JudgeAct } from './judge-act.ts';

/** The values of a rating, a choice or the confidence, in the order on screen; none for others. */
export function listControlValues(control: AnswerControl, rubric: Rubric): readonly ScaleValue[] {
  if (control.kind === 'confidence') return [1, 2, 3];
  if (control.kind === 'justification') return [];
  const scale = rubric.criteria.find((criterion) => criterion.key === control.criterionKey)?.scale;
  if (scale?.kind === 'choice') return scale.options.map((option) => option.key);
  if (scale?.kind !== 'rating') return [];
  const { min, max } = scale;
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

/** The value that a control has now. */
export function readControlValue(answers: Answers, control: AnswerControl): ScaleValue | undefined {
  switch (control.kind) {
    case 'confidence':
      return answers.confidence;
    case 'task':
      return ownValue(answers.task, control.criterionKey);
    case 'response':
      return ownValue(ownValue(answers.response, control.criterionKey) ?? {}, control.responseId);
    default:
      return undefined;
  }
}

/** The act that gives a control a value. */
export function valueAct(control: AnswerControl, value: ScaleValue): JudgeAct | undefined {
  switch (control.kind) {
    case 'confidence':
      return value === 1 || value === 2 || value === 3 ? { kind: 'confide', value } : undefined;
    case 'task':
      return { kind: 'rate_task', criterionKey: control.criterionKey, value };
    case 'response':
      return { kind: 'rate', criterionKey: control.criterionKey, responseId: control.responseId, value };
    default:
      return undefined;
  }
}
