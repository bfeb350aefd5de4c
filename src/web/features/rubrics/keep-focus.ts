import { flushSync } from 'react-dom';

/** Where the focus goes when its place is gone. */
export const outlineId = 'rubric-outline';

/**
 * Shows the outcome of an act at once. Where it took the focused control away, the focus goes to the selected entry of
 * the outline, so that the next key still speaks to the designer.
 */
export function actKeepingFocus(act: () => void): void {
  const hadFocus = document.activeElement !== document.body;
  flushSync(act);
  if (!hadFocus || document.activeElement !== document.body) return;
  document.getElementById(outlineId)?.querySelector<HTMLElement>('[aria-current]')?.focus();
}
