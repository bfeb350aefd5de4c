import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type ImportRun, listImports, listRejections, previewImport } from '#contract/imports.ts';
import { api } from '#web/session/api.ts';
import type { ImportChoices } from './uploading/import-flow.ts';

/** Still to be worked on by the server. */
export function isUnderWay({ state }: Pick<ImportRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

export const importsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['imports', projectId],
    queryFn: ({ signal }) => api.call(listImports, { params: { projectId }, signal }),
    // Events tell more quickly; this holds when they are cut.
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? 4_000 : false),
  });

export const previewQuery = (projectId: string, uploadId: string, choices: ImportChoices) =>
  queryOptions({
    queryKey: ['import-preview', projectId, uploadId, choices],
    queryFn: ({ signal }) =>
      api.call(previewImport, { params: { projectId, uploadId }, body: choices, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const rejectionsQuery = (projectId: string, importId: string, rejected: number) =>
  infiniteQueryOptions({
    // More rejections while the import runs make a new list.
    queryKey: ['import-rejections', projectId, importId, rejected],
    queryFn: ({ pageParam, signal }) =>
      api.call(listRejections, {
        params: { projectId, importId },
        query: { limit: 50, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
