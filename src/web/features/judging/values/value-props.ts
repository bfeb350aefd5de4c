import type { ScaleValue } from '#domain/judging/answers.ts';
import { clearingChange } from '#domain/judging/change-answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { valueAct } from '#web/features/judging/desk/control-values.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { DockProps } from '#web/features/judging/view/dock-props.ts';

/** What a control for one value is given, wherever it stands. */
export interface ValueProps extends Omit<DockProps, 'responseIds'> {
  readonly criterion: Criterion;
  readonly control: AnswerControl;
  /** What is asked, in full, for screen readers. */
  readonly name: string;
}

/** A field for one kind of scale; the value is undefined while nothing, or "not applicable", is said. */
export interface FieldProps<Kind> extends ValueProps {
  readonly scale: Kind;
  readonly value: ScaleValue | undefined;
}

/** Gives a control a value, or takes it away with `undefined`. */
export function giveValue(
  { control, onAct }: { control: AnswerControl; onAct: (act: JudgeAct) => void },
  value: ScaleValue | undefined,
): void {
  const act =
    value === undefined
      ? ({ kind: 'answer', control, change: clearingChange(control) } as const)
      : valueAct(control, value);
  if (act !== undefined) onAct(act);
}
