import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type adjudication,
  type disputedItem,
  listDisputedItems,
  listPrecedents,
  readAdjudication,
} from '#contract/adjudication.ts';
import { readGuidelineVersion } from '#contract/rubrics.ts';
import { parseSections } from '#domain/guidelines/sections.ts';
import { api } from '#web/session/api.ts';

export type DisputedItem = z.infer<typeof disputedItem>;
export type Adjudication = z.infer<typeof adjudication>;
/** What of the list an address asks for. */
export interface DisputedSearch {
  readonly state?: string;
  readonly criterion?: string;
}

export const disputedQuery = (projectId: string, { state: asked, criterion }: DisputedSearch) => {
  const state = asked === 'settled' ? 'settled' : 'open';
  return infiniteQueryOptions({
    queryKey: ['results', projectId, 'adjudication', state, criterion ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.call(listDisputedItems, {
        params: { projectId },
        query: {
          ...{ state, limit: 50 },
          ...(criterion && { criterion }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What was judged since is still being looked at.
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ isCounting }) => isCounting) ? 1_500 : false,
  });
};

export const adjudicationQuery = (projectId: string, itemId: string) =>
  queryOptions({
    queryKey: ['results', projectId, 'item', itemId, 'adjudication'],
    queryFn: ({ signal }) => api.call(readAdjudication, { params: { projectId, itemId }, signal }),
  });

export const precedentsQuery = (projectId: string, search: string) =>
  queryOptions({
    queryKey: ['results', projectId, 'precedents', search],
    queryFn: ({ signal }) =>
      api.call(listPrecedents, { params: { projectId }, query: search === '' ? {} : { search }, signal }),
  });

/** The headings of the guidelines in force. */
export const headingsQuery = (projectId: string, version: number) =>
  queryOptions({
    queryKey: ['guideline-headings', projectId, version],
    enabled: version > 0,
    queryFn: async ({ signal }) => {
      const { markdown } = await api.call(readGuidelineVersion, { params: { projectId, version }, signal });
      return parseSections(markdown).flatMap(({ heading }) => (heading ? [heading] : []));
    },
  });
