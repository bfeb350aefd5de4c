import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';

let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

function setPlace(element: HTMLElement | null): void {
  place = element;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The free middle of the top bar; stands once, in the shell. */
export function TopBarPlace({ className }: { readonly className?: string | undefined }) {
  return <div className={className} ref={setPlace} />;
}

/** What a screen shows in the top bar while it is open. */
export function TopBarSlot({ children }: { readonly children: ReactNode }) {
  const element = useSyncExternalStore(subscribe, () => place);
  return element === null ? null : createPortal(children, element);
}
