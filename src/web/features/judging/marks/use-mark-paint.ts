import { type RefObject, useEffect } from 'react';
import { showRange } from '#web/features/judging/reading/show-range.ts';
import { paintRanges } from '#web/ui/paint-ranges.ts';
import { rangesOfPieces } from '#web/ui/rendered-text/text-pieces.ts';
import { watchTexts } from '#web/ui/watch-texts.ts';
import { passageOf } from './mark-list.ts';
import type { Passage } from './pick-passage.ts';
import { findUnitPlace } from './units-in-sight.ts';
import type { Marking } from './use-marks.ts';

/** Paints the marks over the texts, the open one stronger, and brings it into sight. */
export function useMarkPaint(root: RefObject<HTMLElement | null>, marking: Marking | undefined): void {
  const place = marking?.picking ?? placeOf(marking);
  // Synchronises the paint on the page with the marks, also when texts are coloured or typeset later.
  useEffect(() => {
    const { current } = root;
    if (current === null || marking === undefined) return;
    const paint = () => paintMarks(current, marking);
    paint();
    const stopWatching = watchTexts(current, paint);
    return () => {
      stopWatching();
      paintRanges('marked', []);
      paintRanges('marked-now', []);
    };
  });
  const [unitId, start, end] = [place?.unitId, place?.passage.start, place?.passage.end];
  // Synchronises what scrolls on the page with the passage that is open or being chosen.
  useEffect(() => {
    const { current } = root;
    if (current === null || unitId === undefined || start === undefined || end === undefined) return;
    const [range] = rangesIn(current, { unitId, passage: { start, end } });
    if (range !== undefined) showRange(range);
  }, [root, unitId, start, end]);
}

interface Place {
  readonly unitId: string;
  readonly passage: Passage;
}

/** Where the open mark is; undefined where none is open, or it is about a whole text. */
function placeOf(marking: Marking | undefined): Place | undefined {
  const mark = marking?.selected;
  const unit = marking?.units.find(({ unitId }) => unitId === mark?.unitId);
  const passage = mark && unit && passageOf(mark, unit.text);
  return unit && passage ? { unitId: unit.unitId, passage } : undefined;
}

function paintMarks(root: Element, marking: Marking): void {
  const texts = new Map(marking.units.map(({ unitId, text }) => [unitId, text]));
  const all = marking.marks.flatMap((mark) => {
    const passage = passageOf(mark, texts.get(mark.unitId) ?? '');
    return passage === null ? [] : rangesIn(root, { unitId: mark.unitId, passage });
  });
  paintRanges('marked', all);
  const now = marking.picking ?? placeOf(marking);
  paintRanges('marked-now', now === undefined ? [] : rangesIn(root, now));
}

function rangesIn(root: Element, { unitId, passage }: Place): Range[] {
  const place = findUnitPlace(root, unitId);
  return place === null ? [] : rangesOfPieces(place, passage);
}
