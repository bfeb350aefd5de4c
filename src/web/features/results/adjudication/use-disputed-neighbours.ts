import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { say } from '#web/messages/say.ts';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { type DisputedSearch, disputedQuery } from './adjudication-queries.ts';

/** The items before and after one in the list that it was opened from; the list itself once there is none. */
export function useDisputedNeighbours(projectId: string, itemId: string, search: DisputedSearch) {
  const navigate = useNavigate();
  const list = useInfiniteQuery({ ...disputedQuery(projectId, search), staleTime: 60_000 });
  const ids = list.data?.pages.flatMap(({ rows }) => rows.map((row) => row.itemId)) ?? [];
  const at = ids.indexOf(itemId);
  const previous = at > 0 ? ids[at - 1] : undefined;
  const isNearEnd = at >= ids.length - 2 && list.hasNextPage && !list.isFetchingNextPage;
  const { fetchNextPage } = list;
  // Synchronises with the server: the next page is there before the last item of this one is done.
  useEffect(() => {
    if (isNearEnd) void fetchNextPage();
  }, [isNearEnd, fetchNextPage]);
  const next = at === -1 ? ids.find((id) => id !== itemId) : ids[at + 1];
  const go = (by: 'previous' | 'next') => {
    const to = by === 'previous' ? previous : next;
    if (to !== undefined)
      void navigate({
        to: '/projects/$projectId/adjudication/$itemId',
        params: { projectId, itemId: to },
        search,
        replace: true,
      });
    else if (by === 'next')
      void navigate({ to: '/projects/$projectId/adjudication', params: { projectId }, search });
  };
  const group = say('Items');
  useShortcuts([
    { keys: ']', label: say('Next item'), group, run: () => next !== undefined && go('next') },
    { keys: '[', label: say('Previous item'), group, run: () => go('previous') },
  ]);
  return { previous, next, go };
}
