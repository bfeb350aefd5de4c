import type { PreferenceAnswer, ScaleValue } from '#domain/judging/answers.ts';
import type { AnswerChange } from '#domain/judging/change-answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';

/** Everything that a person can do to the answers of the task before them. */
export type JudgeAct =
  | { readonly kind: 'prefer'; readonly criterionKey: string; readonly answer: PreferenceAnswer }
  | {
      readonly kind: 'rate';
      readonly criterionKey: string;
      readonly responseId: string;
      readonly value: ScaleValue;
    }
  | { readonly kind: 'rate_task'; readonly criterionKey: string; readonly value: ScaleValue }
  | { readonly kind: 'justify'; readonly text: string }
  | { readonly kind: 'confide'; readonly value: 1 | 2 | 3 }
  /** Any answer of any control: what has no act of its own. */
  | {
      readonly kind: 'answer';
      readonly control: AnswerControl;
      readonly change: AnswerChange;
      /** The answer came by itself, as a chat that became complete: keys go on speaking to what they spoke to. */
      readonly isAside?: boolean;
      /** The answer is complete with it, so that keys go on to the next question. */
      readonly leadsOn?: boolean;
    }
  | { readonly kind: 'activate'; readonly control: AnswerControl }
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'leave_text' }
  /** Escape outside a text: leaves what lies over the task. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'command'; readonly id: JudgeCommandId };
