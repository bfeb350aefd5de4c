import { memo } from 'react';
import type { Message } from '#domain/items/item.ts';
import type { ReadingLooks } from '#web/features/judging/reading/reading-looks.ts';
import { Conversation } from './conversation.tsx';
import { ResponseColumns } from './response-columns.tsx';
import styles from './task-text.module.css';

export interface TaskTextProps {
  readonly prompt: readonly Message[];
  readonly responses: readonly { readonly id: string; readonly text: string }[];
  readonly isShown: boolean;
  readonly layout: 'side_by_side' | 'stacked';
  readonly as: 'rendered' | 'source';
  readonly looks: ReadingLooks;
  /** The response gone to by key. */
  readonly current: number | null;
}

/** The texts of one task. Those fetched ahead are laid out already, unseen, so that showing them costs nothing. */
export const TaskText = memo(function TaskText(props: TaskTextProps) {
  const { prompt, responses, isShown, layout, as } = props;
  return (
    <div
      className={styles.task}
      data-shown={isShown || undefined}
      // Not `inert`: taking that away would lay the whole text out anew; what is invisible has no focus anyway.
      aria-hidden={!isShown || undefined}
      style={{ '--columns': responses.length } as React.CSSProperties}
      data-layout={layout}
    >
      <Conversation prompt={prompt} as={as} />
      <ResponseColumns {...{ responses, layout, as }} looks={props.looks} current={props.current} />
    </div>
  );
});
