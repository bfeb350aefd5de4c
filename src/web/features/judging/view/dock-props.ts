import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { anchorsOf } from '#domain/rubrics/scale-points.ts';
import { isSameControl } from '#web/features/judging/desk/control-id.ts';
import type { Desk } from '#web/features/judging/desk/desk.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';

/** What every control of the dock is given. */
export interface DockProps {
  readonly rubric: Rubric;
  /** In the order on screen. */
  readonly responseIds: readonly string[];
  readonly desk: Desk;
  readonly onAct: (act: JudgeAct) => void;
  /** Names the task on screen, so that what was typed and not yet taken stays with it. */
  readonly taskKey?: string | undefined;
}

/** Where a control stands: spoken to by keys, or kept the judgment from being sent. */
export function standingOf(desk: Desk, control: AnswerControl) {
  return { isActive: isSameControl(desk.active, control), isMissing: isSameControl(desk.missing, control) };
}

/** The words of a point of a scale, where the rubric names it. */
export function anchorOf({ scale }: Criterion, value: number): string | undefined {
  return anchorsOf(scale).find((anchor) => anchor.value === value)?.label;
}
