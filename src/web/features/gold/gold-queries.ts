import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { listGold, listGoldPeople, listUnanimous, readGoldItem, readGoldOverview } from '#contract/gold.ts';
import type {
  goldAccuracy,
  goldDetail,
  goldOverview,
  goldPerson,
  goldRow,
  unanimousItem,
} from '#contract/gold-records.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { api } from '#web/session/api.ts';

export type GoldRow = z.infer<typeof goldRow>;
export type GoldDetail = z.infer<typeof goldDetail>;
export type GoldOverview = z.infer<typeof goldOverview>;
export type GoldPerson = z.infer<typeof goldPerson>;
export type GoldAccuracy = z.infer<typeof goldAccuracy>;
export type UnanimousItem = z.infer<typeof unanimousItem>;
/** What narrows the list; empty texts stand for anything. */
export interface GoldFilter {
  readonly state: 'all' | 'resting' | GoldRow['state'];
  readonly concept: string;
  readonly difficulty: '' | GoldRow['difficulty'];
  readonly criterion: string;
  readonly suspected: '' | 'true' | 'false';
}

export const allGold: GoldFilter = {
  state: 'all',
  concept: '',
  difficulty: '',
  criterion: '',
  suspected: '',
};

export const isNarrowed = (filter: GoldFilter) => JSON.stringify(filter) !== JSON.stringify(allGold);

function queryOf({ state, concept, difficulty, criterion, suspected }: GoldFilter) {
  return {
    ...(state === 'resting' && { resting: 'true' as const }),
    ...(state !== 'all' && state !== 'resting' && { state }),
    // What rests is not given out, so it has its own place.
    ...(state === 'active' && { resting: 'false' as const }),
    ...(concept !== '' && { concept }),
    ...(difficulty !== '' && { difficulty }),
    ...(criterion !== '' && { criterion }),
    ...(suspected !== '' && { suspected }),
  };
}

/** Everything about a project's gold hangs below this key, so that an act renews it all. */
export const goldKey = (projectId: string) => ['gold', projectId] as const;

export const goldOverviewQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...goldKey(projectId), 'overview'],
    queryFn: ({ signal }) => api.call(readGoldOverview, { params: { projectId }, signal }),
  });

export const goldListQuery = (projectId: string, filter: GoldFilter) =>
  infiniteQueryOptions({
    queryKey: [...goldKey(projectId), 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(listGold, {
        params: { projectId },
        query: {
          ...queryOf(filter),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const goldItemQuery = (projectId: string, itemId: string) =>
  queryOptions({
    queryKey: [...goldKey(projectId), 'item', itemId],
    queryFn: ({ signal }) => api.call(readGoldItem, { params: { projectId, itemId }, signal }),
  });

export const goldPeopleQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...goldKey(projectId), 'people'],
    queryFn: ({ signal }) => api.call(listGoldPeople, { params: { projectId }, signal }),
  });

export const unanimousQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...goldKey(projectId), 'unanimous'],
    queryFn: ({ signal }) =>
      api.call(listUnanimous, { params: { projectId }, query: { limit: 100 }, signal }),
  });

/** A published version never changes. */
export const goldRubricQuery = (projectId: string, version: number) =>
  queryOptions({
    queryKey: ['rubric-of-gold', projectId, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const read = await api.call(readRubricVersion, { params: { projectId, version }, signal });
      return read.rubric as Rubric;
    },
  });
