/** The part of `Storage` that is used. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** JSON values under names, kept in this browser for one person and project. */
export interface LocalStore {
  readonly read: (name: string) => unknown;
  /** False where the browser keeps nothing: full, or switched off. The value then lives in this page only. */
  readonly write: (name: string, value: unknown) => boolean;
  readonly remove: (name: string) => void;
  readonly list: (startingWith: string) => string[];
}

function parse(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

/** Keeps values in the browser's storage, and in memory where that refuses. */
export function openLocalStore(storage: StorageLike | undefined, prefix: string): LocalStore {
  const memory = new Map<string, string>();
  const readText = (key: string) => memory.get(key) ?? attempt(() => storage?.getItem(key), null);
  const keys = () =>
    attempt(() => Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? ''), []);
  return {
    read: (name) => parse(readText(prefix + name)),
    write: (name, value) => {
      const key = prefix + name;
      const text = JSON.stringify(value);
      const isKept = attempt(() => {
        storage?.setItem(key, text);
        return storage !== undefined;
      }, false);
      if (isKept) memory.delete(key);
      else memory.set(key, text);
      return isKept;
    },
    remove: (name) => {
      memory.delete(prefix + name);
      attempt(() => storage?.removeItem(prefix + name), undefined);
    },
    list: (startingWith) =>
      [...new Set([...keys(), ...memory.keys()])]
        .filter((key) => key.startsWith(prefix + startingWith))
        .map((key) => key.slice(prefix.length))
        .sort(),
  };
}

/** The browser's storage; undefined where it is switched off, where even looking at it throws. */
export function findBrowserStorage(): StorageLike | undefined {
  return attempt<StorageLike | undefined>(() => globalThis.localStorage, undefined);
}
