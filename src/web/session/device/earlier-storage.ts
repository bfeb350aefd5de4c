import type { DeviceStore } from './device-store.ts';

function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

function earlierKeys(personId: string): string[] {
  const prefix = `plumbline/judging/${personId}/`;
  return attempt(
    () => Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? ''),
    [],
  ).filter((key) => key.startsWith(prefix));
}

function parse(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown, undefined);
}

/**
 * Takes over what an earlier version kept in `localStorage`, under `judging/<project>/…`. It is removed there only once it
 * is kept here, so that it survives whatever happens in between.
 */
export async function takeOverEarlierStorage(store: DeviceStore, personId: string): Promise<void> {
  const keys = earlierKeys(personId);
  if (keys.length === 0) return;
  const kept = keys.map((key) => {
    const name = key.replace(`plumbline/judging/${personId}/`, 'judging/');
    const value = parse(localStorage.getItem(key) ?? '');
    if (value === undefined || store.read(name) !== undefined) return true;
    return store.write(name, value, 'strict');
  });
  if ((await Promise.all(kept)).every(Boolean)) forgetEarlierStorage(personId);
}

/** Removes what an earlier version kept for this person. */
export function forgetEarlierStorage(personId: string): void {
  for (const key of earlierKeys(personId)) attempt(() => localStorage.removeItem(key), undefined);
}
