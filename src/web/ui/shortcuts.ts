import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { isModalOpen } from './modal-frame.tsx';

export interface Shortcut {
  /** "Mod+K", "?", "G"; Mod is ⌘ on Apple machines and Ctrl elsewhere. */
  readonly keys: string;
  readonly label: string;
  /** Under which heading the help lists it. */
  readonly group: string;
  readonly run: () => void;
}

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function setRegistered(next: readonly Shortcut[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable=true]') !== null
  );
}

/** Whether a key press is this shortcut. Plain keys do not count while somebody types. */
export function isShortcut(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((event.metaKey || event.ctrlKey) !== mod || event.altKey) return false;
  return mod || !isTyping(event.target);
}

/** Answers to keys while the component is shown, and lists them in the help. Pass a constant list of keys. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModalOpen()) return;
    const found = shortcuts.find(({ keys }) => isShortcut(event, keys));
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  });
  const list = useEffectEvent(() => shortcuts);
  // Synchronises with the window's key presses and the list that the help shows.
  useEffect(() => {
    const own = list();
    setRegistered([...registered, ...own]);
    window.addEventListener('keydown', press);
    return () => {
      setRegistered(registered.filter((shortcut) => !own.includes(shortcut)));
      window.removeEventListener('keydown', press);
    };
  }, []);
}

/** Every shortcut that works now, for the help. */
export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
}
