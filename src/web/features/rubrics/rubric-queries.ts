import { queryOptions } from '@tanstack/react-query';
import { listRubricVersions, readRubricVersion } from '#contract/rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { api } from '#web/session/api.ts';

export function rubricVersionsQuery(projectId: string) {
  return queryOptions({
    queryKey: ['rubric-versions', projectId],
    queryFn: ({ signal }) => api.call(listRubricVersions, { params: { projectId }, signal }),
    select: ({ versions }) => versions,
  });
}

/** One version; it never changes, so that it is read once. */
export function rubricQuery(projectId: string, version: number) {
  return queryOptions({
    queryKey: ['rubric', projectId, version],
    queryFn: async ({ signal }): Promise<Rubric> => {
      const read = await api.call(readRubricVersion, { params: { projectId, version }, signal });
      return read.rubric as Rubric;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
