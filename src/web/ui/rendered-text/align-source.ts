import { isLiteral, type SourceChunk, type SourceRun } from './source-run.ts';

const lookAhead = 16;

class RunList {
  readonly runs: SourceRun[] = [];

  add(run: SourceRun): void {
    const last = this.runs.at(-1);
    const joins =
      last !== undefined &&
      isLiteral(last) &&
      isLiteral(run) &&
      last.at + last.length === run.at &&
      last.end === run.start;
    if (!joins) this.runs.push(run);
    else this.runs[this.runs.length - 1] = { ...last, length: last.length + run.length, end: run.end };
  }
}

/** Where a chunk stands in the text from `at` on; -1 where it was changed on its way. */
function findWhole(value: string, chunk: SourceChunk, at: number): number {
  if (value.startsWith(chunk.value, at)) return at;
  if (chunk.value.trim() === '') return -1;
  const found = value.slice(at, at + lookAhead + chunk.value.length).indexOf(chunk.value);
  return found < 0 ? -1 : at + found;
}

/**
 * Lays a shown text against what the parser read for it. The text may lack characters of the source (line ends at the
 * edge of a code block, the backslash before a pipe in a table); what has no counterpart stays without source.
 */
export function alignSource(value: string, chunks: readonly SourceChunk[]): readonly SourceRun[] {
  const list = new RunList();
  let at = 0;
  for (const chunk of chunks) {
    if (at >= value.length) break;
    const length = chunk.value.length;
    const isWhole = length !== chunk.end - chunk.start;
    const found = length === 0 ? -1 : findWhole(value, chunk, at);
    if (found >= 0) {
      list.add({ at: found, length, start: chunk.start, end: chunk.end, ...(isWhole && { isWhole }) });
      at = found + length;
    } else if (!isWhole) {
      for (let index = 0; index < length && at < value.length; index += 1) {
        if (value[at] !== chunk.value[index]) continue;
        list.add({ at, length: 1, start: chunk.start + index, end: chunk.start + index + 1 });
        at += 1;
      }
    }
  }
  return list.runs;
}
