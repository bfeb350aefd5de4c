import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readRepeats, setRepeats } from '#contract/repeats.ts';
import type { RepeatSettings } from '#domain/queue/repeats.ts';
import { api } from '#web/session/api.ts';

const repeatsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'repeats'],
    queryFn: ({ signal }) => api.call(readRepeats, { params: { projectId }, signal }),
  });

export function useRepeats(projectId: string) {
  return useQuery(repeatsQuery(projectId));
}

/** Changes how often tasks come a second time; the counts come back with it. */
export function useSetRepeats(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RepeatSettings) => api.call(setRepeats, { params: { projectId }, body }),
    onSuccess: (state) => queries.setQueryData(repeatsQuery(projectId).queryKey, state),
  });
}
