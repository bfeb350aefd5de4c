import { PendingBytes } from './pending-bytes.ts';
import type { RawRow, RowSplitter } from './read-rows.ts';
import type { ReadingLimits } from './reading-limits.ts';
import type { ReadPosition } from './record-batch.ts';

const lineFeed = 0x0a;

/**
 * Splits at byte 0x0A and nowhere else. Node's own line reader also splits at U+2028, which JSON allows inside
 * strings, and so breaks good rows.
 */
export function createLineSplitter(from: ReadPosition, limits: ReadingLimits): RowSplitter {
  const pending = new PendingBytes(limits.rowBytes);
  let { offset, line } = from;

  const finish = (terminator: number): RawRow => {
    const size = pending.size;
    const bytes = pending.take();
    offset += size + terminator;
    line += 1;
    return { bytes, line: line - 1, size, nextOffset: offset, nextLine: line };
  };

  return {
    *push(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        pending.add(chunk.subarray(start, end));
        start = end + 1;
        yield finish(1);
      }
      pending.add(chunk.subarray(start));
    },
    *end() {
      if (pending.size > 0) yield finish(0);
    },
  };
}
