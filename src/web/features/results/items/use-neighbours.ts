import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type ItemSearch, itemFiltersOf, itemsQuery } from '#web/features/results/results-queries.ts';
import { findNeighbours, type Neighbours } from './find-neighbours.ts';

/** An item far down a long list is not looked for: that would read the whole list. */
const mostPages = 20;

/** The items before and after one in the list from which it was opened. */
export function useNeighbours(projectId: string, itemId: string, search: ItemSearch): Neighbours {
  const list = useInfiniteQuery(itemsQuery(projectId, itemFiltersOf(search)));
  const ids = (list.data?.pages ?? []).flatMap(({ rows }) => rows.map((row) => row.itemId));
  const mayRead = list.hasNextPage && (list.data?.pages.length ?? 0) < mostPages;
  const found = findNeighbours(ids, itemId, mayRead);
  const { fetchNextPage, isFetching } = list;
  // Synchronises with the server's list: reads on until the next item is known.
  useEffect(() => {
    if (found.needsMore && !isFetching) void fetchNextPage();
  }, [found.needsMore, isFetching, fetchNextPage]);
  return found;
}
