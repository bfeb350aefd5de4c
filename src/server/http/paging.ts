/** Packs a keyset position into the opaque cursor that clients pass back. */
export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a cursor; undefined where it was not made here, which reads as "from the start" being refused by the caller. */
export function decodeCursor(cursor: string): (string | number)[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(value) &&
      value.length <= 4 &&
      value.every((part) => typeof part === 'string' || typeof part === 'number')
    )
      return value;
    return undefined;
  } catch {
    return undefined;
  }
}
