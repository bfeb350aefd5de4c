import { infiniteQueryOptions } from '@tanstack/react-query';
import { listMedia } from '#contract/media.ts';
import { api } from '#web/session/api.ts';

export const mediaQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: ['media', projectId],
    queryFn: ({ pageParam, signal }) =>
      api.call(listMedia, {
        params: { projectId },
        query: { limit: 50, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
