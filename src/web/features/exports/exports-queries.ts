import { queryOptions } from '@tanstack/react-query';
import { type ExportRun, listExports, previewExport } from '#contract/exports.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import { api } from '#web/session/api.ts';
import type { Recipe } from './recipe/recipe.ts';

/** Still to be worked on by the server. */
export function isUnderWay({ state }: Pick<ExportRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

export const exportsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['exports', projectId],
    queryFn: ({ signal }) => api.call(listExports, { params: { projectId }, signal }),
    // Events tell more quickly; this holds when they are cut.
    refetchInterval: ({ state }) => (state.data?.exports.some(isUnderWay) ? 4_000 : false),
  });

export const previewQuery = (projectId: string, { format, options }: Recipe) =>
  queryOptions({
    queryKey: ['export-preview', projectId, format, options],
    queryFn: ({ signal }) =>
      api.call(previewExport, { params: { projectId }, body: { format, options }, signal }),
  });

export const rubricVersionQuery = (projectId: string, version: number) =>
  queryOptions({
    queryKey: ['rubric-version', projectId, version],
    queryFn: ({ signal }) => api.call(readRubricVersion, { params: { projectId, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
