/**
 * A stretch of shown text and the source that it stands for, in UTF-16 offsets. Of equal lengths it maps character
 * by character; otherwise, or where `isWhole`, as one (an entity, an escaped sign, a formula).
 */
export interface SourceRun {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly isWhole?: boolean;
}

/** What the parser read at one place: the source from `start` to `end` became `value`. */
export interface SourceChunk {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly kind: 'prose' | 'verbatim' | 'line_end';
}

/** Whether a run maps character by character. */
export function isLiteral(run: SourceRun): boolean {
  return run.isWhole !== true && run.length === run.end - run.start;
}

/** The source of the shown characters from `from` to `to` of a run. */
export function sourceWithin(run: SourceRun, from: number, to: number) {
  if (!isLiteral(run)) return { start: run.start, end: run.end };
  return { start: run.start + from - run.at, end: run.start + to - run.at };
}
