import type { SourceChunk } from './source-run.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The part of a chunk inside a place; what stands for its source as one stays whole. */
function clip(chunk: SourceChunk, { start, end }: Place): SourceChunk {
  const isCut = chunk.start < start || chunk.end > end;
  if (!isCut || chunk.value.length !== chunk.end - chunk.start) return chunk;
  const [from, to] = [Math.max(chunk.start, start), Math.min(chunk.end, end)];
  return { ...chunk, start: from, end: to, value: chunk.value.slice(from - chunk.start, to - chunk.start) };
}

/** What the parser has read of one text, in the order of the source. */
export class SourceChunks {
  readonly #text: string;
  #chunks: SourceChunk[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** To be called when the text is parsed anew. */
  clear(): void {
    this.#chunks = [];
  }

  add(chunk: SourceChunk): void {
    this.#chunks.push(chunk);
  }

  /** What was read between two places; where there is no record, the text as it stands there. */
  within({ start, end }: Place): readonly SourceChunk[] {
    const found: SourceChunk[] = [];
    for (let index = this.#firstBeyond(start); index < this.#chunks.length; index += 1) {
      const chunk = this.#chunks[index];
      if (chunk === undefined || chunk.start >= end) break;
      found.push(clip(chunk, { start, end }));
    }
    if (found.some((chunk) => chunk.kind !== 'line_end')) return found;
    return [{ start, end, value: this.#text.slice(start, end), kind: 'verbatim' }];
  }

  /** The first chunk that ends after a place. */
  #firstBeyond(start: number): number {
    let [low, high] = [0, this.#chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#chunks[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
