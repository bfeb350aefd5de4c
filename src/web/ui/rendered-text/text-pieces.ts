import { rangesOfSource, type SourceRange, sourceRangeOf, sourceTextOf } from './source-map.ts';

/** A rendered text that shows part of a longer source, and where in that source it begins. */
interface TextPiece {
  readonly root: Element;
  readonly from: number;
}

/** A source may be shown whole or cut into pieces, such as the steps of a solution. */
function listPieces(place: Element): TextPiece[] {
  return [...place.querySelectorAll<HTMLElement>('[data-as]')].map((root) => ({
    root,
    from: Number(root.dataset['from'] ?? 0),
  }));
}

/** Where the page shows a stretch of a source, whole or in pieces; see `rangesOfSource`. */
export function rangesOfPieces(place: Element, { start, end }: SourceRange): Range[] {
  return listPieces(place).flatMap(({ root, from }) => {
    const length = sourceTextOf(root)?.length ?? 0;
    return end <= from || start >= from + length ? [] : rangesOfSource(root, start - from, end - from);
  });
}

/** The source that a range of the page stands for, though it may begin in one piece and end in another. */
export function sourceRangeOfPieces(range: Range, place: Element): SourceRange | undefined {
  const found = listPieces(place).flatMap(({ root, from }) => {
    const own = sourceRangeOf(range, root);
    return own === undefined ? [] : [{ start: own.start + from, end: own.end + from }];
  });
  if (found.length === 0) return undefined;
  return {
    start: Math.min(...found.map(({ start }) => start)),
    end: Math.max(...found.map(({ end }) => end)),
  };
}

/** The source that is shown; what stood between its pieces is white space. */
export function sourceTextOfPieces(place: Element): string {
  return listPieces(place).reduce(
    (text, { root, from }) => text.padEnd(from, '\n') + (sourceTextOf(root) ?? ''),
    '',
  );
}
