import type { ByteRange } from '#server/services/file-store.ts';

/**
 * Reads the header Range. Null where the whole file is wanted: without a header, with one that is not understood, or
 * with several ranges, which a server need not serve. 'beyond' where no byte of the file is wanted.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'beyond' {
  const match = /^bytes=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (!match || (from === '' && to === '')) return null;
  if (from === '') {
    const last = Math.min(Number(to), size);
    return last === 0 ? 'beyond' : { start: size - last, end: size - 1 };
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return null;
  if (start >= size) return 'beyond';
  return { start, end: Math.min(to === '' ? size - 1 : Number(to), size - 1) };
}
