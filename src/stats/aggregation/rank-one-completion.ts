import type { GroupedLabels } from './group-labels.ts';

/** A symmetric table, row after row, known in some cells. */
export interface PartialTable {
  readonly size: number;
  readonly values: Float64Array;
  /** 1 where the cell is known; never on the diagonal. */
  readonly known: Uint8Array;
}

/**
 * **Agreement of each two annotators** beyond chance: 1 where they always agree, 0 as often as by guessing.
 *
 * What for: the table that {@link mmsr} completes.
 *
 * When it misleads: two annotators with one common item have a figure as well, and it counts as much as any.
 *
 * Formula: K/(K − 1) × share of equal labels on common items − 1/(K − 1). Repeated labels count each.
 * Source: Q. Ma and A. Olshevsky (2020), NeurIPS 33, section 2.
 *
 * Units: from −1/(K − 1) to 1.
 *
 * @example
 * pairAgreements(groupLabels({ item: [0, 0, 1, 1], annotator: [0, 1, 0, 1], label: [0, 0, 1, 0] })).values; // Float64Array [0, 0, 0, 0]
 */
export function pairAgreements({
  items,
  annotators,
  classes,
  starts,
  annotator,
  label,
}: GroupedLabels): PartialTable {
  const common = new Float64Array(annotators * annotators);
  const values = new Float64Array(annotators * annotators);
  for (let item = 0; item < items; item++) {
    const to = starts[item + 1] ?? 0;
    for (let first = starts[item] ?? 0; first < to; first++) {
      for (let second = starts[item] ?? 0; second < to; second++) {
        if (annotator[first] === annotator[second]) continue;
        const cell = (annotator[first] ?? 0) * annotators + (annotator[second] ?? 0);
        common[cell] = (common[cell] ?? 0) + 1;
        if (label[first] === label[second]) values[cell] = (values[cell] ?? 0) + 1;
      }
    }
  }
  const guesses = Math.max(1, classes - 1);
  values.forEach((same, cell) => {
    const pairs = common[cell] ?? 0;
    if (pairs > 0) values[cell] = ((same / pairs) * (guesses + 1) - 1) / guesses;
  });
  return { size: annotators, values, known: Uint8Array.from(common, (pairs) => (pairs > 0 ? 1 : 0)) };
}

export interface Completion {
  /** The factor s of the table s sᵀ. */
  readonly factor: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * **Robust rank-one completion**: the factor s whose products s_i s_j are nearest to what is known of a table, without
 * its most extreme cells.
 *
 * What for: skills from agreements of pairs, although some annotators spoil every pair they are in.
 *
 * When it misleads: which way round all signs are cannot be told from products; the way that makes most positive is
 * taken, so it needs more honest people than liars.
 *
 * Formula: u_i is the mean of |x_ij|/v_j over known cells, without up to F of them above and F below the present u_i, and
 * v likewise, in turn; F is half of the fewest known cells of a row, less 1. Then sizes are made alike, and signs taken
 * from the leading eigenvector. Settled once no product changes by more than the tolerance in root of squares.
 * Source: Q. Ma and A. Olshevsky (2020), NeurIPS 33, algorithm 1.
 *
 * Units: those of the square root of the table.
 *
 * @example
 * const known = new Uint8Array([0, 1, 1, 1, 0, 1, 1, 1, 0]);
 * const table = { size: 3, values: new Float64Array([0, 0.25, 0.25, 0.25, 0, 0.25, 0.25, 0.25, 0]), known };
 * completeRankOne(table, { iterations: 100, tolerance: 1e-12 }).factor; // Float64Array [0.5, 0.5, 0.5]
 */
export function completeRankOne(
  table: PartialTable,
  { iterations, tolerance }: { readonly iterations: number; readonly tolerance: number },
): Completion {
  const { size } = table;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => column).filter(
      (column) => table.known[row * size + column] === 1,
    ),
  );
  const fewest = rows.reduce((least, row) => Math.min(least, row.length), Infinity);
  const trim = Math.max(0, Math.floor(fewest / 2) - 1);
  const [u, v] = [new Float64Array(size).fill(0.5), new Float64Array(size).fill(0.5)];
  let done = 0;
  let converged = size === 0;
  while (done < iterations && !converged) {
    const before = [u.slice(), v.slice()] as const;
    for (const [moving, held] of [
      [v, u],
      [u, v],
    ] as const) {
      rows.forEach((columns, row) => {
        const ratios = columns
          .filter((column) => (held[column] ?? 0) > 0)
          .map((column) => Math.abs(table.values[row * size + column] ?? 0) / (held[column] ?? 1));
        moving[row] = trimmedMean(ratios, { about: moving[row] ?? 0, trim }) ?? moving[row] ?? 0;
      });
    }
    done++;
    converged = changeOfProducts(before, [u, v]) < tolerance;
  }
  const even = Math.sqrt(norm(u) / norm(v)) || 1;
  const signs = signsOf(table);
  return { factor: u.map((value, row) => ((signs[row] ?? 1) * value) / even), iterations: done, converged };
}

/** Leaves out up to `trim` values on either side of the present one; null where nothing is left. */
function trimmedMean(
  values: readonly number[],
  { about, trim }: { readonly about: number; readonly trim: number },
): number | null {
  let kept = values.slice().sort((first, second) => first - second);
  const below = kept.filter((value) => value < about).length;
  kept = kept.slice(Math.min(trim, below));
  const above = kept.filter((value) => value > about).length;
  kept = kept.slice(0, kept.length - Math.min(trim, above));
  return kept.length > 0 ? kept.reduce((sum, value) => sum + value, 0) / kept.length : null;
}

type Factors = readonly [Float64Array, Float64Array];

/** Frobenius norm of the change of u vᵀ, cell by cell: from sums of squares alone, rounding would hide small changes. */
function changeOfProducts([u, v]: Factors, [newU, newV]: Factors): number {
  let squares = 0;
  for (let row = 0; row < u.length; row++) {
    for (let column = 0; column < v.length; column++) {
      const before = (u[row] ?? 0) * (v[column] ?? 0);
      squares += ((newU[row] ?? 0) * (newV[column] ?? 0) - before) ** 2;
    }
  }
  return Math.sqrt(squares);
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** Signs of the leading eigenvector, by powers of the table shifted so that the leading one is the largest in size. */
function signsOf({ size, values, known }: PartialTable): Float64Array {
  let shift = 0;
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += Math.abs(values[row * size + column] ?? 0);
    shift = Math.max(shift, sum);
  }
  // Not quite even, so that it is at right angles to nothing that could lead.
  let vector = Float64Array.from({ length: size }, (_, row) => 1 + ((row * 7) % 11) / 1000);
  for (let power = 0; power < 1000; power++) {
    const next = vector.map((value, row) => {
      let sum = shift * value;
      for (let column = 0; column < size; column++) {
        const cell = row * size + column;
        if (known[cell] === 1) sum += (values[cell] ?? 0) * (vector[column] ?? 0);
      }
      return sum;
    });
    const length = norm(next);
    if (!(length > 0)) break;
    vector = next.map((value) => value / length);
  }
  const signs = vector.map((value) => (value < 0 ? -1 : 1));
  const balance = signs.reduce((sum, sign) => sum + sign, 0);
  return balance < 0 ? signs.map((sign) => -sign) : signs;
}
