import { UsageError } from '#cli/command-errors.ts';
import type { Comparisons } from '#stats/ranking/count-comparisons.ts';
import type { StatsTable } from './stats-table.ts';

export const comparisonColumns = [
  { name: 'left' },
  { name: 'right' },
  { name: 'winner' },
  { name: 'annotator', isOptional: true },
] as const;

/** Comparisons, the names of what was compared, and who judged each, where the file says so. */
export interface NamedComparisons {
  readonly comparisons: Comparisons;
  readonly names: readonly string[];
  readonly annotators: Int32Array | undefined;
}

/** Half points of the left one. */
const outcomes: ReadonlyMap<string, number> = new Map([
  ['left', 2],
  ['tie', 1],
  ['right', 0],
]);

type ComparisonTable = StatsTable<(typeof comparisonColumns)[number]['name']>;

/** Reads who was compared with whom and who won. */
export function readComparisons(table: ComparisonTable): NamedComparisons {
  if (table.rows === 0) throw new UsageError('The file holds no comparisons.');
  const left = table.column('left');
  const right = table.column('right');
  const winner = table.column('winner');
  const names = [...new Set([...left.levels, ...right.levels])];
  const places = new Map(names.map((name, place) => [name, place]));
  const numbered = (levels: readonly string[]) => levels.map((name) => places.get(name) ?? 0);
  const [leftPlaces, rightPlaces] = [numbered(left.levels), numbered(right.levels)];
  const halves = winner.levels.map((text, level) => {
    const points = outcomes.get(text);
    if (points !== undefined) return points;
    const place = table.placeOf(winner.codes.indexOf(level));
    throw new UsageError(
      `${place}, column winner: "${text}" is none of left, right and tie. Write one of them.`,
    );
  });
  const comparisons = {
    items: names.length,
    left: Int32Array.from(left.codes, (code) => leftPlaces[code] ?? 0),
    right: Int32Array.from(right.codes, (code) => rightPlaces[code] ?? 0),
    outcome: Uint8Array.from(winner.codes, (code) => halves[code] ?? 0),
  };
  refuseSelf(table, { comparisons, names });
  return { comparisons, names, annotators: table.find('annotator')?.codes };
}

function refuseSelf(
  table: ComparisonTable,
  { comparisons: { left, right }, names }: Pick<NamedComparisons, 'comparisons' | 'names'>,
): void {
  for (let row = 0; row < left.length; row++) {
    if (left[row] === right[row])
      throw new UsageError(
        `${table.placeOf(row)}, column right: ${names[left[row] ?? 0]} is compared with itself. Mend the row, or leave it out.`,
      );
  }
}
