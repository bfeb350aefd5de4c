import { memo } from 'react';
import { findChat } from '#web/features/judging/chat/find-chat.ts';
import { findContinuation } from '#web/features/judging/continuation/find-continuation.ts';
import { readPart } from '#web/features/judging/fetched/fetched-parts.ts';
import { BriefCard } from '#web/features/judging/parts/brief-card.tsx';
import { partsAsked } from '#web/features/judging/parts/parts-asked.ts';
import type { ViewTask } from '#web/features/judging/parts/scene.ts';
import type { ReadingLooks } from '#web/features/judging/reading/reading-looks.ts';
import { Conversation } from './conversation.tsx';
import { RadioRow } from './radio-row.tsx';
import { ResponseColumns } from './response-columns.tsx';
import styles from './task-text.module.css';

export interface TaskTextProps {
  readonly task: ViewTask;
  readonly isShown: boolean;
  readonly layout: 'side_by_side' | 'stacked';
  readonly as: 'rendered' | 'source';
  readonly looks: ReadingLooks;
  /** The response gone to by key. */
  readonly current: number | null;
}

/** The texts of one task. Those fetched ahead are laid out already, unseen, so that showing them costs nothing. */
export const TaskText = memo(function TaskText(props: TaskTextProps) {
  const { task, isShown, layout, as } = props;
  const { prompt, responses, rubric, brief } = task;
  const asks = partsAsked(rubric);
  const chat = findChat(task);
  const way = findContinuation(task);
  const ChatTask = readPart('chat');
  const ContinuationTask = readPart('continuation');
  const WritingPane = readPart('writing');
  const writing = rubric.criteria.filter(({ scale }) => scale.kind === 'writing');
  return (
    <div
      className={styles.task}
      data-shown={isShown || undefined}
      // Not `inert`: taking that away would lay the whole text out anew; what is invisible has no focus anyway.
      aria-hidden={!isShown || undefined}
      style={{ '--columns': way === undefined ? Math.max(1, responses.length) : 2 } as React.CSSProperties}
      data-layout={layout}
    >
      {chat !== undefined ? (
        ChatTask !== undefined && <ChatTask task={task} chat={chat} />
      ) : way !== undefined ? (
        ContinuationTask !== undefined && (
          <ContinuationTask {...{ task, criterion: way, layout, as, Conversation, RadioRow }} />
        )
      ) : (
        <>
          {brief !== undefined && <BriefCard brief={brief} />}
          <Conversation prompt={prompt} as={as} asksTurns={asks.turns} />
          {/* Without it the conversation alone has the room. */}
          {responses.length + writing.length > 0 && (
            <div className={styles.work} data-writes={writing.length > 0 || undefined}>
              {responses.length > 0 && (
                <ResponseColumns
                  {...{ responses, layout, as }}
                  asksSteps={asks.steps}
                  looks={props.looks}
                  current={props.current}
                />
              )}
              {WritingPane !== undefined &&
                writing.map((criterion) => <WritingPane key={criterion.key} criterion={criterion} />)}
            </div>
          )}
        </>
      )}
    </div>
  );
});
