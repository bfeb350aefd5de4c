import { type RefObject, useEffect, useState } from 'react';
import { watchTexts } from '#web/ui/watch-texts.ts';
import { DifferencePainter, type DifferenceStanding } from './difference-painter.ts';
import { foldBeginning } from './fold-beginning.ts';
import { linkScrolling } from './link-scrolling.ts';
import { listResponseTexts } from './list-texts.ts';
import type { Scrolling } from './reading-state.ts';
import { listScrollers } from './scroll-texts.ts';

type Place = RefObject<HTMLElement | null>;

/** Marks the difference of two responses as long as there is a pair, and tells how far it is. */
export function useDifference(root: Place, pair: readonly [number, number] | null): DifferenceStanding {
  const [standing, setStanding] = useState<DifferenceStanding>({ kind: 'computing' });
  const [one, other] = pair ?? [null, null];
  // Synchronises the paint on the texts of the page with the two that are compared.
  useEffect(() => {
    if (root.current === null || one === null || other === null) return;
    const painter = new DifferencePainter(root.current, [one, other], setStanding);
    return () => painter.stop();
  }, [root, one, other]);
  return standing;
}

/** Folds the first characters of each response on the page away; 0 folds nothing. */
export function useFolding(root: Place, end: number, taskKey: string): void {
  // Synchronises with the blocks on the page, which are the renderer's; a text shown anew is folded anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task has other blocks
  useEffect(() => {
    const { current } = root;
    if (current === null || end === 0) return;
    let unfolds: (() => void)[] = [];
    const unfold = () => {
      for (const each of unfolds) each();
    };
    const fold = () => {
      unfold();
      unfolds = listResponseTexts(current).flatMap((text) =>
        text === null ? [] : [foldBeginning(text, end)],
      );
    };
    fold();
    const stopWatching = watchTexts(current, fold);
    return () => {
      stopWatching();
      unfold();
    };
  }, [root, end, taskKey]);
}

/** Lets the columns on the page follow each other by paragraph. */
export function useLinkedScrolling(root: Place, scrolling: Scrolling, taskKey: string): void {
  // Synchronises with the scrolling of the columns on the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task has other columns
  useEffect(() => {
    if (root.current === null || scrolling !== 'by_paragraph') return;
    return linkScrolling(listScrollers(root.current));
  }, [root, scrolling, taskKey]);
}
