import type { ComponentType, ReactNode } from 'react';
import type { Brief, CodeSetup, ItemExtras, ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** What the page around gives a screen of this feature: the judging screen with somebody's answers on it. */
export interface AnswerDeskProps {
  readonly task: {
    /** Another key means another task: the desk is laid anew. */
    readonly key: string;
    readonly rubric: Rubric;
    readonly prompt: readonly Message[];
    readonly responses: readonly Omit<ItemResponse, 'model'>[];
    readonly brief?: Brief | undefined;
    readonly code?: CodeSetup | undefined;
    readonly dialogue?: ItemExtras['dialogue'];
  };
  readonly projectId: string;
  readonly answers: Answers;
  /** Only looked at: digits, Enter and what is touched mean something else. */
  readonly isLooking: boolean;
  /** Buttons under the answers; `send` gives what stands on the desk once nothing is missing. */
  readonly acts: (send: () => void) => ReactNode;
  readonly message: ReactNode;
  /** An answer was touched while looking. */
  readonly onTouch?: () => void;
  readonly onSend: (answers: Answers) => void;
  readonly onUndo?: () => void;
  readonly onLeave?: () => void;
  readonly onDigit?: (digit: number) => void;
}

export type AnswerDesk = ComponentType<AnswerDeskProps>;
