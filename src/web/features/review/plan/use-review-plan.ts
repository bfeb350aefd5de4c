import { useMutation, useQueryClient } from '@tanstack/react-query';
import { applyReviewPlan, saveReviewPlan } from '#contract/review.ts';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { reviewPlanQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';

/** Saves a plan over the revision that was seen, and applies it to what is there. */
export function useReviewPlan(projectId: string) {
  const client = useQueryClient();
  const { queryKey } = reviewPlanQuery(projectId);
  const params = { projectId };
  const onError = (error: Error) => {
    showToast(errorText(error), { tone: 'bad' });
    void client.invalidateQueries({ queryKey });
  };
  const save = useMutation({
    mutationFn: (body: { revision: number; plan: ReviewPlan }) => api.call(saveReviewPlan, { params, body }),
    onError,
    onSuccess: (state) => {
      client.setQueryData(queryKey, state);
      showToast(say('Review plan saved. It holds for what is submitted from now on.'));
    },
  });
  const apply = useMutation({
    mutationFn: () => api.call(applyReviewPlan, { params }),
    onError,
    onSuccess: (state) => client.setQueryData(queryKey, state),
  });
  return { save, apply };
}
