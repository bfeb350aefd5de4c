import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type attention,
  computeOwnQuality,
  type driftAlarm,
  listPeopleQuality,
  type ownReport,
  type peopleAsOne,
  type personBias,
  type personEvidence,
  type personFigure,
  type personReport,
  type personSummary,
  readOwnQuality,
  readPersonQuality,
} from '#contract/people-quality.ts';
import { type changeMark, computeQuality } from '#contract/quality.ts';
import { api } from '#web/session/api.ts';

export type ChangeMark = z.infer<typeof changeMark>;
export type Figure = z.infer<typeof personFigure>;
export type PersonReport = z.infer<typeof personReport>;
export type PersonSummary = z.infer<typeof personSummary>;
export type OwnReport = z.infer<typeof ownReport>;
export type PeopleAsOne = z.infer<typeof peopleAsOne>;
export type Attention = z.infer<typeof attention>;
export type Alarm = z.infer<typeof driftAlarm>;
export type Evidence = z.infer<typeof personEvidence>;
export type Bias = z.infer<typeof personBias>;
export type Day = PersonReport['days'][number];

/** Often while a report is being computed, now and then otherwise. */
const everyMs = { computing: 1_500, otherwise: 60_000 };

/** Everybody, from what is kept; where it no longer knows everything, a new report is asked for. */
export const peopleQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['quality', projectId, 'people'],
    queryFn: async ({ signal }) => {
      const params = { projectId };
      const state = await api.call(listPeopleQuality, { params, signal });
      if (!state.isDue || state.isComputing) return state;
      const { isComputing } = await api.call(computeQuality, { params, signal });
      return { ...state, isComputing };
    },
    refetchInterval: ({ state }) => (state.data?.isComputing ? everyMs.computing : everyMs.otherwise),
  });

export const personQuery = (params: { projectId: string; personId: string }) =>
  queryOptions({
    queryKey: ['quality', params.projectId, 'people', params.personId],
    queryFn: ({ signal }) => api.call(readPersonQuality, { params, signal }),
  });

export const ownQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['own-quality', projectId],
    queryFn: async ({ signal }) => {
      const params = { projectId };
      const own = await api.call(readOwnQuality, { params, signal });
      return own.isDue && !own.isComputing ? api.call(computeOwnQuality, { params, signal }) : own;
    },
    refetchInterval: ({ state }) => (state.data?.isComputing ? everyMs.computing : everyMs.otherwise),
  });
