import { isLiteral, type SourceRun } from './source-run.ts';

/** A stretch of a text that was written anew before parsing: `length` characters at `at` became `newLength` at `newAt`. */
export interface SourceEdit {
  readonly at: number;
  readonly length: number;
  readonly newAt: number;
  readonly newLength: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Writes a text anew from its start to its end, and keeps where it differs. */
export class EditedText {
  readonly edits: SourceEdit[] = [];
  #text = '';
  #at = 0;

  get text(): string {
    return this.#text;
  }

  keep(same: string): void {
    this.#text += same;
    this.#at += same.length;
  }

  replace(old: string, by: string): void {
    const [length, newLength] = [old.length, by.length];
    if (old !== by) this.edits.push({ at: this.#at, length, newAt: this.#text.length, newLength });
    this.#text += by;
    this.#at += length;
  }
}

/** How many edits start at or before a place of the new text. */
function countEdits(edits: readonly SourceEdit[], at: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.newAt ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a character of the new text stood in the old one; characters of an edit stand for all of it. */
function findCharacter(edits: readonly SourceEdit[], at: number): Place {
  const edit = edits[countEdits(edits, at) - 1];
  if (edit === undefined) return { start: at, end: at + 1 };
  const after = at - (edit.newAt + edit.newLength);
  if (after < 0) return { start: edit.at, end: edit.at + edit.length };
  const start = edit.at + edit.length + after;
  return { start, end: start + 1 };
}

/** Where a stretch of the new text stood in the old one. */
export function findBeforeEdits(edits: readonly SourceEdit[], { start, end }: Place): Place {
  return {
    start: findCharacter(edits, start).start,
    end: findCharacter(edits, Math.max(start, end - 1)).end,
  };
}

/** The end of the stretch from `from` that lies wholly inside one edit, or wholly outside all. */
function findCut(
  edits: readonly SourceEdit[],
  from: number,
): { readonly to: number; readonly isEdited: boolean } {
  const count = countEdits(edits, from);
  const edit = edits[count - 1];
  const editEnd = edit === undefined ? 0 : edit.newAt + edit.newLength;
  if (from < editEnd) return { to: editEnd, isEdited: true };
  return { to: edits[count]?.newAt ?? Number.POSITIVE_INFINITY, isEdited: false };
}

/** The runs of the new text as runs of the old one; those that reach into an edit are cut there. */
export function undoEdits(edits: readonly SourceEdit[], runs: readonly SourceRun[]): readonly SourceRun[] {
  if (edits.length === 0) return runs;
  return runs.flatMap((run) => {
    if (!isLiteral(run)) return [{ ...run, ...findBeforeEdits(edits, run) }];
    const parts: SourceRun[] = [];
    for (let start = run.start; start < run.end; ) {
      const { to, isEdited } = findCut(edits, start);
      const end = Math.min(to, run.end);
      const shown = { at: run.at + start - run.start, length: end - start };
      parts.push({ ...shown, ...findBeforeEdits(edits, { start, end }), ...(isEdited && { isWhole: true }) });
      start = end;
    }
    return parts;
  });
}
