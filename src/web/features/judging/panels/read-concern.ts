import { flagLimits } from '#domain/queue/flag.ts';
import { findSourceRoot, sourceRangeOf, sourceTextOf } from '#web/ui/rendered-text/source-map.ts';

/** The passage that a flag is about, and the response or turn that it stands in. */
export interface Concern {
  readonly unitId: string | null;
  readonly quote: string;
}

/** What is selected in a text of the task, as it stands in its source; null where nothing is. */
export function readConcern(): Concern | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const root = findSourceRoot(range.startContainer) ?? findSourceRoot(range.endContainer);
  const found = root === null ? undefined : sourceRangeOf(range, root);
  if (root === null || found === undefined) return null;
  const quote = (sourceTextOf(root) ?? '').slice(found.start, found.end).trim();
  if (quote === '') return null;
  const unitId = root.closest('[data-unit]')?.getAttribute('data-unit') ?? null;
  return { unitId, quote: shorten(quote) };
}

/** Never half of a character: a lone half could not be stored. */
function shorten(text: string): string {
  return text.slice(0, flagLimits.quoteCharacters).replace(/[\uD800-\uDBFF]$/u, '');
}
