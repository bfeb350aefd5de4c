import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  listOwnReviews,
  type ownReview,
  type ownReviewDetail,
  readOwnReview,
} from '#contract/own-reviews.ts';
import {
  readReviewPlan,
  type reviewPlanState,
  type reviewTask,
  type sampleReason,
  takeReviews,
} from '#contract/review.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import { api } from '#web/session/api.ts';
import { startOfToday } from '#web/session/start-of-today.ts';

export type ReviewTask = z.infer<typeof reviewTask>;
export type SampleReason = z.infer<typeof sampleReason>;
export type PlanState = z.infer<typeof reviewPlanState>;
export type OwnReview = z.infer<typeof ownReview>;
export type OwnReviewDetail = z.infer<typeof ownReviewDetail>;

/** What a reviewer has in hand, topped up; three, so that the next one is there before it is wanted. */
export const reviewHandQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['review', projectId, 'hand'],
    queryFn: ({ signal }) =>
      api.call(takeReviews, {
        params: { projectId },
        body: { size: 3, dayStartedAt: startOfToday() },
        signal,
      }),
    // Others wait for what is in hand: it is asked for only by this page's own acts.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const reviewPlanQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['review', projectId, 'plan'],
    queryFn: ({ signal }) => api.call(readReviewPlan, { params: { projectId }, signal }),
    refetchInterval: ({ state }) => (state.data?.applying ? 1_000 : 15_000),
  });

export const ownReviewsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['own-reviews', projectId],
    queryFn: ({ signal }) => api.call(listOwnReviews, { params: { projectId }, signal }),
  });

export const ownReviewQuery = (projectId: string, reviewId: string) =>
  queryOptions({
    queryKey: ['own-reviews', projectId, reviewId],
    queryFn: ({ signal }) => api.call(readOwnReview, { params: { projectId, reviewId }, signal }),
  });

export const rubricQuery = (projectId: string, version: number) =>
  queryOptions({
    queryKey: ['rubric-version', projectId, version],
    queryFn: ({ signal }) => api.call(readRubricVersion, { params: { projectId, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
