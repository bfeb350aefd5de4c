import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v4 as newId } from 'uuid';
import { disputeReview, redoJudgment } from '#contract/own-reviews.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { ownReviewsQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';

/** What the author does about a review. One client id a visit: sending again after a lost answer changes nothing. */
export function useOwnReview(projectId: string, reviewId: string, onDone: () => void) {
  const client = useQueryClient();
  const [clientIds] = useState(() => ({ redo: newId(), dispute: newId() }));
  const params = { projectId, reviewId };
  const refresh = () => client.invalidateQueries({ queryKey: ownReviewsQuery(projectId).queryKey });
  const onError = (error: Error) => {
    showToast(errorText(error), { tone: 'bad' });
    void refresh();
  };
  const done = (words: string) => async () => {
    showToast(words);
    onDone();
    await refresh();
  };
  const redo = useMutation({
    mutationFn: ({ answers, activeMs }: { answers: Answers; activeMs: number }) =>
      api.call(redoJudgment, {
        params,
        body: { clientId: clientIds.redo, answers: answers as never, activeMs },
      }),
    onError,
    onSuccess: done(say('Sent. A reviewer looks at it again.')),
  });
  const dispute = useMutation({
    mutationFn: (words: string) =>
      api.call(disputeReview, { params, body: { clientId: clientIds.dispute, words } }),
    onError,
    onSuccess: done(say('Disputed. Somebody else looks at it, and that stands.')),
  });
  return { redo, dispute };
}
