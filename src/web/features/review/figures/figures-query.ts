import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type authorFigures,
  readReviewFigures,
  type reviewerFigures,
  type reviewFigure,
} from '#contract/review-figures.ts';
import { api } from '#web/session/api.ts';

export type ReviewFigure = z.infer<typeof reviewFigure>;
export type Reviewer = z.infer<typeof reviewerFigures>;
export type Author = z.infer<typeof authorFigures>;

export const reviewFiguresQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['review', projectId, 'figures'],
    queryFn: ({ signal }) => api.call(readReviewFigures, { params: { projectId }, signal }),
  });
