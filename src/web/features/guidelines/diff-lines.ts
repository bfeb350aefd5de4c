export interface LineChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many cells the table of the comparison would cost more than it tells. */
const largestTable = 4_000_000;

/** Line by line what was taken out and put in, by the longest common run of lines. */
export function diffLines(before: string, after: string): LineChange[] {
  const [old, fresh] = [splitLines(before), splitLines(after)];
  if (old.length * fresh.length > largestTable) return [...mark(old, 'removed'), ...mark(fresh, 'added')];
  const common = commonLengths(old, fresh);
  const changes: LineChange[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [from, to] = [old[row], fresh[column]];
    if (from !== undefined && from === to) {
      changes.push({ kind: 'same', text: from });
      row += 1;
      column += 1;
    } else if (
      to === undefined ||
      (from !== undefined && at(common, row + 1, column) >= at(common, row, column + 1))
    ) {
      changes.push({ kind: 'removed', text: from ?? '' });
      row += 1;
    } else {
      changes.push({ kind: 'added', text: to });
      column += 1;
    }
  }
  return changes;
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function mark(lines: readonly string[], kind: LineChange['kind']): LineChange[] {
  return lines.map((text) => ({ kind, text }));
}

function at(table: readonly Uint32Array[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}

/** How many lines are common from each pair of places to the ends. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const here = table[row];
    for (let column = fresh.length - 1; here !== undefined && column >= 0; column -= 1) {
      here[column] =
        old[row] === fresh[column]
          ? at(table, row + 1, column + 1) + 1
          : Math.max(at(table, row + 1, column), at(table, row, column + 1));
    }
  }
  return table;
}

/** Only what changed, with some unchanged lines around it; null stands for lines left out. */
export function foldSame(changes: readonly LineChange[], context = 1): (LineChange | null)[] {
  const isNear = changes.map((_, index) =>
    changes.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same'),
  );
  const folded: (LineChange | null)[] = [];
  changes.forEach((change, index) => {
    if (isNear[index]) folded.push(change);
    else if (folded.at(-1) !== null) folded.push(null);
  });
  return folded;
}
