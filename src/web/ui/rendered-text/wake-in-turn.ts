import { flushSync } from 'react-dom';

/** How long is gone on in one go; then the page may take a key or paint. */
const goMs = 8;
const waiting = new Set<() => void>();
let isGoing = false;

async function go(): Promise<void> {
  isGoing = true;
  let from = performance.now();
  for (const listener of waiting) {
    waiting.delete(listener);
    flushSync(listener);
    if (performance.now() - from < goMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    from = performance.now();
  }
  isGoing = false;
}

/**
 * Calls listeners one after the other, soon, and lets the page do its other work in between. Where each call renders a
 * text anew, all of them at once would freeze the page for as long as all texts together take.
 */
export function wakeInTurn(listeners: Iterable<() => void>): void {
  for (const listener of listeners) waiting.add(listener);
  if (!isGoing) setTimeout(() => isGoing || void go());
}

/** Those that leave are not called any more. */
export function stopWaking(listener: () => void): void {
  waiting.delete(listener);
}
