const smallest = 4_000_000;
const largest = 8_000_000;
const slowMs = 4_000;

/** How many bytes to send next: twice as many after a quick piece, the fewest after a slow one or a cut. */
export function nextChunkSize(last: { readonly bytes: number; readonly tookMs: number } | undefined): number {
  if (last === undefined || last.tookMs > slowMs) return smallest;
  return Math.min(largest, Math.max(smallest, last.bytes * 2));
}
