import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  computeQuality,
  type criterionQuality,
  type qualityEstimate,
  type qualityReport,
  type qualitySlice,
  readQuality,
} from '#contract/quality.ts';
import { api } from '#web/session/api.ts';

export type Report = z.infer<typeof qualityReport>;
export type CriterionQuality = z.infer<typeof criterionQuality>;
export type Slice = z.infer<typeof qualitySlice>;
export type Estimate = z.infer<typeof qualityEstimate>;
export type Closeness = NonNullable<Report['closeness']>;

/** How often the page looks: often while a report is being computed, now and then otherwise. */
const everyMs = { computing: 1_500, otherwise: 30_000 };

/** The kept report; where it no longer knows everything, a new one is asked for and taken once it is there. */
export const qualityQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['quality', projectId],
    queryFn: async ({ signal }) => {
      const params = { projectId };
      const state = await api.call(readQuality, { params, signal });
      return state.isDue && !state.isComputing ? api.call(computeQuality, { params, signal }) : state;
    },
    refetchInterval: ({ state }) => (state.data?.isComputing ? everyMs.computing : everyMs.otherwise),
  });
