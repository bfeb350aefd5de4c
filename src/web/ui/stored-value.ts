/** What the browser keeps under a key; undefined where it keeps nothing or its store is closed to the page. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser, or forgets it where it is undefined. A full or closed store is no fault of the person. */
export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page goes on; only a reload would then lose what was not yet saved.
  }
}
