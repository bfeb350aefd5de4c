import { queryOptions } from '@tanstack/react-query';
import { listGuidelineVersions, readGuidelineVersion } from '#contract/rubrics.ts';
import { api } from '#web/session/api.ts';

export function guidelineVersionsQuery(projectId: string) {
  return queryOptions({
    queryKey: ['guideline-versions', projectId],
    queryFn: ({ signal }) => api.call(listGuidelineVersions, { params: { projectId }, signal }),
    select: ({ versions }) => versions,
  });
}

/** The text of one version; it never changes, so that it is read once. */
export function guidelinesQuery(projectId: string, version: number) {
  return queryOptions({
    queryKey: ['guidelines-text', projectId, version],
    queryFn: async ({ signal }) => {
      const read = await api.call(readGuidelineVersion, { params: { projectId, version }, signal });
      return read.markdown;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
