export interface Neighbours {
  /** 1-based; undefined while the item has not been met in the list. */
  readonly place: number | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** Whether more of the list must be read to know. */
  readonly needsMore: boolean;
}

/** Which items stand before and after one in the part of the list that is known. */
export function findNeighbours(ids: readonly string[], itemId: string, hasMore: boolean): Neighbours {
  const index = ids.indexOf(itemId);
  if (index === -1) return { place: undefined, previous: undefined, next: undefined, needsMore: hasMore };
  const next = ids[index + 1];
  return {
    place: index + 1,
    previous: ids[index - 1],
    next,
    needsMore: next === undefined && hasMore,
  };
}
