import { type Answers, ownValue, type ScaleValue } from '#domain/judging/answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import type { JudgeAct } from './judge-act.ts';

/** The scale that a control is answered on; undefined for the words around the criteria. */
export function scaleOf(control: AnswerControl, rubric: Rubric): Scale | undefined {
  return 'criterionKey' in control ? findCriterion(rubric, control.criterionKey)?.scale : undefined;
}

/** The values of a rating, a choice, a slider or the confidence, in the order on screen; none for others. */
export function listControlValues(control: AnswerControl, rubric: Rubric): readonly ScaleValue[] {
  if (control.kind === 'confidence') return [1, 2, 3];
  const scale = scaleOf(control, rubric);
  if (scale?.kind === 'choice' || scale?.kind === 'step_label') return optionsOf(scale).map(({ key }) => key);
  if (scale?.kind === 'rating') return range(scale.min, { count: scale.max - scale.min + 1, step: 1 });
  if (scale?.kind !== 'slider') return [];
  return range(scale.min, { count: Math.round((scale.max - scale.min) / scale.step) + 1, step: scale.step });
}

function range(from: number, { count, step }: { count: number; step: number }): number[] {
  // Rounded, since 0.1 added ten times is not quite 1.
  return Array.from({ length: count }, (_, index) => Number((from + index * step).toFixed(9)));
}

/** The value that a control has now; null is "not applicable". */
export function readControlValue(answers: Answers, control: AnswerControl): ScaleValue | undefined {
  switch (control.kind) {
    case 'confidence':
      return answers.confidence;
    case 'task':
      return ownValue(answers.task, control.criterionKey);
    case 'response':
      return ownValue(ownValue(answers.response, control.criterionKey), control.responseId);
    case 'turn':
      return ownValue(ownValue(answers.turn, control.criterionKey), control.turnId);
    case 'step':
      return ownValue(ownValue(answers.step, control.criterionKey), control.stepId);
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
    case 'turn':
    case 'step': {
      const unitId = control.kind === 'turn' ? control.turnId : control.stepId;
      const change = { record: control.kind, key: control.criterionKey, unitId, value } as const;
      return { kind: 'answer', control, change };
    }
    default:
      return undefined;
  }
}
