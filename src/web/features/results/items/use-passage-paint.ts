import { type RefObject, useEffect } from 'react';
import type { SpanMark } from '#domain/judging/answers.ts';
import { unitOffset } from '#domain/text/slice-characters.ts';
import type { PointedMark } from '#web/features/results/answers/mark-focus.ts';
import { paintRanges } from '#web/ui/paint-ranges.ts';
import { rangesOfPieces, sourceTextOfPieces } from '#web/ui/rendered-text/text-pieces.ts';
import { watchTexts } from '#web/ui/watch-texts.ts';

/** Paints everybody's marks over the texts of an item, and stronger the one that is pointed at. */
export function usePassagePaint(
  root: RefObject<HTMLElement | null>,
  marks: readonly SpanMark[],
  pointed: PointedMark | null,
): void {
  // Synchronises the paint on the page with the marks, also when texts are coloured or typeset later.
  useEffect(() => {
    const { current } = root;
    if (current === null || marks.length === 0) return;
    const paint = () => {
      paintRanges(
        'marked',
        marks.flatMap((mark) => rangesOf(current, mark)),
      );
      paintRanges('marked-now', pointed === null ? [] : rangesOf(current, pointed));
    };
    paint();
    const stopWatching = watchTexts(current, paint);
    return () => {
      stopWatching();
      paintRanges('marked', []);
      paintRanges('marked-now', []);
    };
  });
}

function rangesOf(
  root: Element,
  { unitId, start, end }: Pick<SpanMark, 'unitId' | 'start' | 'end'>,
): Range[] {
  if (start === null || end === null) return [];
  const place = root.querySelector(`[data-unit="${CSS.escape(unitId)}"]`);
  if (place === null) return [];
  const text = sourceTextOfPieces(place);
  return rangesOfPieces(place, { start: unitOffset(text, start), end: unitOffset(text, end) });
}
