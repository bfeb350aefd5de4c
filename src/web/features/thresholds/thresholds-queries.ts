import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { type ownFiring, readOwnStanding } from '#contract/own-thresholds.ts';
import type { ResponseOf } from '#contract/route.ts';
import {
  listThresholdFirings,
  listThresholds,
  previewThreshold,
  type storedRule,
  type thresholdFiring,
  type thresholdRule,
  type thresholdVerdict,
} from '#contract/thresholds.ts';
import { api } from '#web/session/api.ts';

export type Rule = z.infer<typeof thresholdRule>;
export type StoredRule = z.infer<typeof storedRule>;
export type Verdict = z.infer<typeof thresholdVerdict>;
export type Firing = z.infer<typeof thresholdFiring>;
export type OwnFiring = z.infer<typeof ownFiring>;
export type OwnStanding = ResponseOf<typeof readOwnStanding>;
export type Preview = ResponseOf<typeof previewThreshold>;

export const thresholdsKey = (projectId: string) => ['thresholds', projectId] as const;

export const thresholdsQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...thresholdsKey(projectId), 'rules'],
    queryFn: ({ signal }) => api.call(listThresholds, { params: { projectId }, signal }),
  });

export const firingsQuery = (projectId: string, personId?: string) =>
  queryOptions({
    queryKey: [...thresholdsKey(projectId), 'firings', personId ?? ''],
    queryFn: ({ signal }) =>
      api.call(listThresholdFirings, {
        params: { projectId },
        query: { ...(personId !== undefined && { personId }) },
        signal,
      }),
  });

/** What a rule would do today. */
export const previewQuery = (projectId: string, { rule, ruleId }: { rule: Rule; ruleId: string | null }) =>
  queryOptions({
    queryKey: [...thresholdsKey(projectId), 'preview', ruleId, rule],
    queryFn: ({ signal }) =>
      api.call(previewThreshold, {
        params: { projectId },
        body: { rule, ...(ruleId !== null && { ruleId }) },
        signal,
      }),
    placeholderData: (before) => before,
    retry: false,
  });

export const standingQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['own-standing', projectId],
    queryFn: ({ signal }) => api.call(readOwnStanding, { params: { projectId }, signal }),
    refetchInterval: 60_000,
  });
