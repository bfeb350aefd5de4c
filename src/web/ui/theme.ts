import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The same key is read by public/theme-boot.js before the first paint. */
const storageKey = 'plumbline-theme';
const listeners = new Set<() => void>();
let chosen: ThemeChoice | undefined;

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function readChoice(): ThemeChoice {
  chosen ??= stored();
  return chosen;
}

function systemIsDark(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
}

function readShown(): 'light' | 'dark' {
  const choice = readChoice();
  if (choice !== 'system') return choice;
  return systemIsDark() ? 'dark' : 'light';
}

function paint(): void {
  document.documentElement.dataset.theme = readShown();
  for (const listener of listeners) listener();
}

/** Shows the page in this theme and remembers it for the next first paint. */
export function chooseTheme(choice: ThemeChoice): void {
  chosen = choice;
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be forbidden; the account's preference still applies once it is loaded.
  }
  paint();
}

function subscribe(listener: () => void): () => void {
  const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
  listeners.add(listener);
  system?.addEventListener('change', paint);
  return () => {
    listeners.delete(listener);
    system?.removeEventListener('change', paint);
  };
}

/** Whether the page is light or dark now. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, readShown);
}
