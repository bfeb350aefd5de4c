import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useReducer } from 'react';
import { v4 as newId } from 'uuid';
import { RefusedError } from '#client/call-errors.ts';
import { decideReview, undoReview } from '#contract/review.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { type ReviewTask, reviewHandQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { noSent, reduceSent } from './sent-decisions.ts';

export interface Decision {
  readonly verdict: 'accepted' | 'fixed' | 'returned';
  readonly grade: string | null;
  readonly criterionGrades: Readonly<Record<string, string>>;
  readonly aspectGrades: Readonly<Record<string, string>>;
  readonly words: string;
  readonly answers: Answers | null;
  readonly activeMs: number;
}

/**
 * The judgments in hand. A decision is on its way while the next judgment is on screen already; what is refused comes
 * back with the reason.
 */
export function useReviewQueue(projectId: string) {
  const client = useQueryClient();
  const query = reviewHandQuery(projectId);
  const hand = useQuery(query);
  const [sent, dispatch] = useReducer(reduceSent, noSent);
  const refill = () => client.invalidateQueries({ queryKey: query.queryKey });
  const deciding = useMutation({
    // One after the other, so that the last one to be taken back is the last one that was sent.
    scope: { id: `review ${projectId}` },
    retry: (count, error) => count < 5 && !(error instanceof RefusedError),
    mutationFn: ({ task, decision, clientId }: { task: ReviewTask; decision: Decision; clientId: string }) =>
      api.call(decideReview, {
        params: { projectId, reviewId: task.reviewId },
        body: { ...decision, clientId, judgmentId: task.judgmentId, answers: decision.answers as never },
      }),
    onSuccess: ({ decisionId }, { task }) => {
      dispatch({ kind: 'kept', reviewId: task.reviewId, decisionId });
      return refill();
    },
    onError: (error, { task }) => {
      showToast(errorText(error), { tone: 'bad' });
      const isGone =
        error instanceof RefusedError && ['review_over', 'review_not_yours'].includes(error.code);
      dispatch({ kind: isGone ? 'gone' : 'back', reviewId: task.reviewId });
      return refill();
    },
  });
  const undoing = useMutation({
    mutationFn: ({ reviewId, decisionId }: { reviewId: string; decisionId: string }) =>
      api.call(undoReview, { params: { projectId, reviewId }, body: { decisionId } }),
    onSuccess: async (_done, { reviewId }) => {
      await refill();
      dispatch({ kind: 'back', reviewId });
      showToast(say('The last decision is taken back.'));
    },
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
  });
  const tasks = (hand.data?.tasks ?? []).filter(({ reviewId }) => !sent.away.includes(reviewId));
  return {
    hand,
    // What was taken back comes first.
    tasks: tasks.toSorted((a, b) => Number(b.reviewId === sent.first) - Number(a.reviewId === sent.first)),
    isSending: deciding.isPending,
    hasLast: sent.last !== null,
    decide(task: ReviewTask, decision: Decision): void {
      dispatch({ kind: 'sent', reviewId: task.reviewId });
      deciding.mutate({ task, decision, clientId: newId() });
    },
    undo(): void {
      if (sent.last !== null && !undoing.isPending) undoing.mutate(sent.last);
      else showToast(say('There is no decision of this visit to take back.'));
    },
    lookAgain: refill,
  };
}
