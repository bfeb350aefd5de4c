import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Found, nothingFound, TextFinder } from './text-finder.ts';

/** Looks for a query in the texts below an element as long as it is not null; gives back what was found. */
export function useFind(root: RefObject<HTMLElement | null>, query: string | null) {
  const finder = useRef<TextFinder | null>(null);
  const [found, setFound] = useState<Found>(nothingFound);
  const cameFrom = useRef<HTMLElement | null>(null);
  const isOpen = query !== null;
  // Synchronises with the texts on the page: they are watched and painted while the find box is open.
  useEffect(() => {
    const { current } = root;
    if (!isOpen || current === null) return;
    const own = new TextFinder(current, setFound);
    finder.current = own;
    return () => {
      own.stop();
      finder.current = null;
      setFound(nothingFound);
      if (cameFrom.current?.isConnected) cameFrom.current.focus({ preventScroll: true });
    };
  }, [isOpen, root]);
  // Synchronises the paint on the page with what was typed.
  useEffect(() => {
    if (query !== null) finder.current?.search(query);
  }, [query]);
  return {
    found,
    step: (by: 1 | -1) => finder.current?.step(by),
    /** To be called before the find box opens, so that the focus goes back to where it was. */
    noteFocus: () => {
      const { activeElement } = document;
      cameFrom.current = activeElement instanceof HTMLElement ? activeElement : null;
    },
  };
}
