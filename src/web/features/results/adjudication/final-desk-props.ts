import type { ComponentType, ReactNode } from 'react';
import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';

/** The judging screen for a final answer, which the page around gives. */
export type FinalDesk = ComponentType<{
  readonly projectId: string;
  readonly item: ItemDetail;
  readonly rubric: Rubric;
  readonly answers: Answers;
  readonly acts: (send: () => void) => ReactNode;
  readonly onSend: (answers: Answers) => void;
  readonly onLeave: () => void;
}>;
