import type { KeyboardEvent } from 'react';

/** What keys do in a viewer: "ArrowLeft", "Shift+ArrowLeft", "b". */
export type KeyTable = Readonly<Record<string, (() => void) | false | undefined>>;

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Shift is part of how signs such as + are typed.
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  return `${event.altKey ? 'Alt+' : ''}${shift}${key}`;
}

/** Does what a key stands for in a viewer that has the focus, and keeps it from the page around. */
export function answerKey(event: KeyboardEvent, ...tables: readonly KeyTable[]): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  const target = event.target as HTMLElement;
  if (target.closest('input, select, textarea') !== null) return;
  // A button that has the focus is pressed by these.
  if (target.closest('button') !== null && (event.key === 'Enter' || event.key === ' ')) return;
  const name = nameOf(event);
  for (const table of tables) {
    const act = Object.hasOwn(table, name) && table[name];
    if (!act) continue;
    event.preventDefault();
    event.stopPropagation();
    act();
    return;
  }
}
