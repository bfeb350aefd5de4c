import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  listConversations,
  readAttackCoverage,
  readConversationRecord,
} from '#contract/conversation-records.ts';
import { listModelEndpoints } from '#contract/models.ts';
import { api } from '#web/session/api.ts';

export const modelsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['models', projectId],
    queryFn: ({ signal }) => api.call(listModelEndpoints, { params: { projectId }, signal }),
  });

export interface AttackFilter {
  readonly technique?: string;
  readonly harm?: string;
  readonly target?: string;
}

export const coverageQuery = (projectId: string, target: string | undefined) =>
  queryOptions({
    queryKey: ['chats', projectId, 'coverage', target ?? ''],
    queryFn: ({ signal }) =>
      api.call(readAttackCoverage, {
        params: { projectId },
        query: target === undefined ? {} : { target },
        signal,
      }),
  });

export const chatsQuery = (projectId: string, filter: AttackFilter) =>
  infiniteQueryOptions({
    queryKey: ['chats', projectId, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(listConversations, {
        params: { projectId },
        query: { limit: 50, ...filter, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const recordQuery = (projectId: string, conversationId: string) =>
  queryOptions({
    queryKey: ['chats', projectId, 'record', conversationId],
    queryFn: ({ signal }) =>
      api.call(readConversationRecord, { params: { projectId, conversationId }, signal }),
  });
