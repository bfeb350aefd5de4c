import { isPaint } from './paint-ranges.ts';

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
