import type { WinCounts } from './tally-wins.ts';

/**
 * **Groups that hang together by wins**: items of which each can be reached from each by a chain of wins.
 *
 * What for: scores of finite size exist exactly when there is one group (Ford's condition): for every split of the items
 * in two, somebody on each side beat somebody on the other. Otherwise the groups say what keeps them apart.
 *
 * When it misleads: one group may hang by a single comparison; the scores then exist, but their intervals are wide.
 *
 * Formula: the strongly connected components of the graph with an edge from winner to loser; a tie is an edge each way.
 * Source: L. R. Ford (1957), American Mathematical Monthly 64(8); R. Tarjan (1972), SIAM J. Computing 1(2).
 *
 * Units: numbers of items, lowest first within a group; groups by their lowest item.
 *
 * @throws RangeError when there are not items × items entries.
 * @example
 * strongComponents({ items: 3, wins: new Float64Array([0, 1, 1, 1, 0, 1, 0, 0, 0]) }); // [[0, 1], [2]]
 */
export function strongComponents({ items, wins }: WinCounts): number[][] {
  if (wins.length !== items * items) {
    throw new RangeError(`${items} items have ${items * items} entries, not ${wins.length}.`);
  }
  const search: Search = {
    items,
    wins,
    order: new Int32Array(items).fill(-1),
    lowest: new Int32Array(items),
    isOpen: new Uint8Array(items),
    open: [],
    found: 0,
    groups: [],
  };
  for (let item = 0; item < items; item++) if ((search.order[item] ?? 0) < 0) visitFrom(item, search);
  return search.groups.map((group) => group.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);
}

interface Search extends WinCounts {
  readonly order: Int32Array;
  readonly lowest: Int32Array;
  readonly isOpen: Uint8Array;
  readonly open: number[];
  readonly groups: number[][];
  found: number;
}

/** Tarjan's visit with a path of its own instead of recursion, so that thousands of items do not exhaust the stack. */
function visitFrom(root: number, search: Search): void {
  const path = [enter(root, search)];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.next++;
    if (next < search.items) {
      if (next === top.item || !((search.wins[top.item * search.items + next] ?? 0) > 0)) continue;
      if ((search.order[next] ?? 0) < 0) path.push(enter(next, search));
      else if (search.isOpen[next] === 1) lower(search, top.item, search.order[next] ?? 0);
      continue;
    }
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) lower(search, parent.item, search.lowest[top.item] ?? 0);
    if (search.lowest[top.item] === search.order[top.item]) close(top.item, search);
  }
}

function enter(item: number, search: Search): { item: number; next: number } {
  search.order[item] = search.found;
  search.lowest[item] = search.found++;
  search.isOpen[item] = 1;
  search.open.push(item);
  return { item, next: 0 };
}

function lower({ lowest }: Search, item: number, order: number): void {
  if (order < (lowest[item] ?? 0)) lowest[item] = order;
}

function close(item: number, { open, isOpen, groups }: Search): void {
  const group = open.splice(open.lastIndexOf(item));
  for (const member of group) isOpen[member] = 0;
  groups.push(group);
}
