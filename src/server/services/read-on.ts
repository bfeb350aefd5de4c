import { Readable } from 'node:stream';
import type { ByteRange } from './file-store.ts';

interface Reading {
  /** The stream that is open already, from the start of the range. */
  readonly first: Readable;
  readonly range: ByteRange;
  /** Opens the rest of the range after a cut; null where the file has gone. */
  readonly reopen: (rest: ByteRange) => Promise<Readable | null>;
}

/** A connection that is cut this often without a byte between the cuts will not come back. */
const mostVainTries = 3;

/** A stream over connections that may be cut: it goes on where the last one ended, and fails when nothing comes any more. */
export function readOn(reading: Reading): Readable {
  return Readable.from(pieces(reading), { objectMode: false });
}

async function* pieces({ first, range, reopen }: Reading): AsyncGenerator<Buffer> {
  let source: Readable | null = first;
  let at = range.start;
  for (let vain = 0; at <= range.end; vain += 1) {
    if (vain > mostVainTries || source === null) throw new Error(`The file store stopped at byte ${at}`);
    try {
      for await (const piece of source) {
        at += (piece as Buffer).length;
        vain = 0;
        yield piece as Buffer;
      }
    } catch {
      // Cut. Whoever reads this stream learns of it only if the rest cannot be had.
    } finally {
      source.destroy();
    }
    if (at <= range.end) source = await reopen({ start: at, end: range.end });
  }
}
