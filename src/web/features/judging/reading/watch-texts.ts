import { isPaint } from '#web/ui/paint-ranges.ts';

/** Calls back, once a frame at most, when the texts below an element change: coloured, typeset, or those of another task. */
export function watchTexts(place: Element, changed: () => void): () => void {
  let frame = 0;
  const observer = new MutationObserver((records) => {
    const isOwn = records.every((record) => record.type === 'childList' && isPaint(record));
    if (isOwn || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  });
  observer.observe(place, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-shown'],
  });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** The rendered texts of the task on screen: the conversation's first, then one of each response. */
export function listTexts(place: Element): readonly Element[] {
  return [...place.querySelectorAll('[data-shown] [data-as]')];
}

/** The rendered text of each response of the task on screen; null for one that is empty. */
export function listResponseTexts(place: Element): readonly (Element | null)[] {
  return [...place.querySelectorAll('[data-shown] article')].map((article) =>
    article.querySelector('[data-as]'),
  );
}
