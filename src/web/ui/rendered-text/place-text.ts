import { alignSource } from './align-source.ts';
import type { SourceChunks } from './source-chunks.ts';
import type { TreeNode } from './tree.ts';

interface Offsets {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

const offsetsOf = (node: TreeNode | undefined) => node?.position as Offsets | undefined;

/** Places one text between two offsets, and says where it ends. */
function placeOne(text: TreeNode, bounds: { start: number; end: number }, chunks: SourceChunks): number {
  const runs = alignSource(text.value ?? '', chunks.within(bounds));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return bounds.start;
  // Only the offsets are read later; lines and columns merely have to be there.
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  text.position = { start: point(first.start), end: point(last.end) };
  return last.end;
}

/** Places what has no place among children that lie between two offsets, and says where they end. */
function placeChildren(
  parent: TreeNode,
  bounds: { start: number; end: number },
  chunks: SourceChunks,
): number {
  let { start } = bounds;
  let upcoming = bounds.end;
  const ends = (parent.children ?? []).map(() => bounds.end);
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    ends[index] = upcoming;
    upcoming = offsetsOf(parent.children?.[index])?.start.offset ?? upcoming;
  }
  parent.children?.forEach((child, index) => {
    const own = offsetsOf(child);
    const room = { start, end: ends[index] ?? bounds.end };
    if (own !== undefined) {
      placeChildren(child, { start: own.start.offset, end: own.end.offset }, chunks);
      start = own.end.offset;
    } else {
      start = child.type === 'text' ? placeOne(child, room, chunks) : placeChildren(child, room, chunks);
    }
  });
  return start;
}

/**
 * Gives a place to texts that the parser has cut again for addresses and left without one: they lie, in order,
 * between their neighbours.
 */
export function placeText(chunks: SourceChunks) {
  return (tree: TreeNode): void => {
    placeChildren(tree, { start: 0, end: Number.MAX_SAFE_INTEGER }, chunks);
  };
}
