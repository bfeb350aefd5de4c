import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readOverlap, setOverlap } from '#contract/overlap.ts';
import type { AdaptiveOverlap } from '#domain/queue/adaptive-overlap.ts';
import { api } from '#web/session/api.ts';

function overlapQuery(projectId: string) {
  return queryOptions({
    queryKey: ['project', projectId, 'adaptive-overlap'],
    queryFn: ({ signal }) => api.call(readOverlap, { params: { projectId }, signal }),
    // Figures move while people judge, and while new settings are carried out.
    refetchInterval: ({ state }) => (state.data?.settings == null ? false : 5_000),
  });
}

export function useOverlap(projectId: string) {
  return useQuery(overlapQuery(projectId));
}

/** Changes how answers decide; the figures come back with it. */
export function useSetOverlap(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: AdaptiveOverlap | null) =>
      api.call(setOverlap, { params: { projectId }, body: { settings } }),
    onSuccess: (state) => queries.setQueryData(overlapQuery(projectId).queryKey, state),
  });
}
