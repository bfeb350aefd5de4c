import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { releaseReviews } from '#contract/review.ts';
import type { AnswerDesk } from '#web/features/review/answer-desk-props.ts';
import { reviewPlanQuery, rubricQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { useProject } from '#web/session/use-project.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page } from '#web/ui/page-header.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Row } from '#web/ui/stack.tsx';
import { TopBarSlot } from '#web/ui/top-bar-slot.tsx';
import { usePageTitle } from '#web/ui/use-page-title.ts';
import { ReviewOne } from './review-one.tsx';
import styles from './reviewing.module.css';
import { useReviewQueue } from './use-review-queue.ts';

interface ScreenProps {
  readonly AnswerDesk: AnswerDesk;
}

function TopLine({
  waiting,
  doneToday,
  isSending,
}: {
  waiting: number;
  doneToday: number;
  isSending: boolean;
}) {
  return (
    <div className={styles.topLine}>
      <span>{say('{count, number} reviewed today', { count: doneToday })}</span>
      <span>{say('{count, number} more waiting', { count: waiting })}</span>
      <span role="status">{isSending ? say('Sending…') : say('All kept')}</span>
    </div>
  );
}

function NothingLeft({ projectId, onLook }: { projectId: string; onLook: () => void }) {
  return (
    <Page>
      <EmptyState
        title={say('Nothing waits for you')}
        action={
          <Row>
            <Button variant="primary" onClick={onLook}>
              {say('Look again')}
            </Button>
            <Link to="/projects/$projectId/review" params={{ projectId }} className={buttonClass()}>
              {say('Review plan and figures')}
            </Link>
          </Row>
        }
      >
        {say('New judgments that the plan wants appear here as they are submitted.')}
      </EmptyState>
    </Page>
  );
}

/** Gives back what is in hand when the page is left. */
function useRelease(projectId: string): void {
  // Synchronises with the server's leases.
  useEffect(
    () => () => {
      void api.call(releaseReviews, { params: { projectId } }).catch(() => {});
    },
    [projectId],
  );
}

/** Where reviewers look at others' judgments, one after the other, by keyboard. */
export function ReviewingScreen({ AnswerDesk }: ScreenProps) {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/reviewing' });
  const project = useProject(projectId);
  usePageTitle(say('Review: {project}', { project: project.name }));
  useRelease(projectId);
  const queue = useReviewQueue(projectId);
  const plan = useQuery({ ...reviewPlanQuery(projectId), refetchInterval: false });
  const [task, next] = queue.tasks;
  const rubric = useQuery({
    ...rubricQuery(projectId, task?.rubricVersion ?? 0),
    enabled: task !== undefined,
  });
  // The next one's rubric is there before it is wanted.
  useQuery({ ...rubricQuery(projectId, next?.rubricVersion ?? 0), enabled: next !== undefined });
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{say('Review: {project}', { project: project.name })}</h1>
      <Loaded from={queue.hand} lines={10} title={say('The queue could not be loaded')}>
        {({ waiting, doneToday }) => (
          <>
            <TopBarSlot>
              <TopLine
                waiting={waiting + Math.max(0, queue.tasks.length - 1)}
                doneToday={doneToday}
                isSending={queue.isSending}
              />
            </TopBarSlot>
            {task === undefined ? (
              queue.isSending || queue.hand.isFetching ? (
                <Skeleton lines={8} />
              ) : (
                <NothingLeft projectId={projectId} onLook={() => void queue.lookAgain()} />
              )
            ) : (
              rubric.data &&
              plan.data && (
                <ReviewOne
                  key={`${task.reviewId} ${task.judgmentId}`}
                  {...{ AnswerDesk, projectId, task }}
                  rubric={rubric.data.rubric}
                  plan={plan.data.plan}
                  onDecide={(decision) => queue.decide(task, decision)}
                  onUndo={() => queue.undo()}
                />
              )
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
