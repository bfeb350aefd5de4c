import type { LongUnits } from '#stats/agreement/unit-values.ts';
import type { CriterionVotes } from './votes.ts';

/** The units of one slice. */
export interface SliceUnits {
  readonly starts: number[];
  readonly values: number[];
}

type Columns = Pick<CriterionVotes, 'starts' | 'values'>;

class Slices {
  readonly bySlice = new Map<number, SliceUnits>();

  add(slice: number, values: readonly number[]): void {
    const units = this.bySlice.get(slice) ?? { starts: [0], values: [] };
    this.bySlice.set(slice, units);
    for (const value of values) units.values.push(value);
    units.starts.push(units.values.length);
  }
}

/** Every unit falls into the slice of its item; those whose slice is negative fall into none. */
export function sliceByItem(
  votes: Columns & Pick<CriterionVotes, 'items'>,
  sliceOf: ArrayLike<number>,
): Map<number, SliceUnits> {
  const slices = new Slices();
  for (let unit = 0; unit + 1 < votes.starts.length; unit++) {
    const slice = sliceOf[votes.items[unit] ?? -1] ?? -1;
    if (slice >= 0) slices.add(slice, valuesOf(votes, unit));
  }
  return slices.bySlice;
}

/** Only votes of the same slice are held against each other, so one unit may count in several slices. */
export function sliceByVote(votes: Columns, sliceOf: ArrayLike<number>): Map<number, SliceUnits> {
  const slices = new Slices();
  for (let unit = 0; unit + 1 < votes.starts.length; unit++) {
    const parts = new Map<number, number[]>();
    for (let vote = votes.starts[unit] ?? 0; vote < (votes.starts[unit + 1] ?? 0); vote++) {
      const slice = sliceOf[vote] ?? -1;
      const part = parts.get(slice) ?? [];
      part.push(votes.values[vote] ?? 0);
      parts.set(slice, part);
    }
    for (const [slice, part] of parts) if (part.length > 1) slices.add(slice, part);
  }
  return slices.bySlice;
}

/** A unit falls into the slice of its latest vote: that is when it could be compared. */
export function sliceByLatest(votes: Columns, sliceOf: ArrayLike<number>): Map<number, SliceUnits> {
  const slices = new Slices();
  for (let unit = 0; unit + 1 < votes.starts.length; unit++) {
    let latest = Number.NEGATIVE_INFINITY;
    for (let vote = votes.starts[unit] ?? 0; vote < (votes.starts[unit + 1] ?? 0); vote++) {
      latest = Math.max(latest, sliceOf[vote] ?? latest);
    }
    slices.add(latest, valuesOf(votes, unit));
  }
  return slices.bySlice;
}

/** The same units with only the side that was taken: which of two is better, or neither. */
export function sidesOf({ starts, values }: LongUnits): LongUnits {
  return { starts, values: Float64Array.from(values, Math.sign) };
}

/** What was said about one unit. */
export function valuesOf({ starts, values }: Columns, unit: number): number[] {
  return Array.from(values.subarray(starts[unit] ?? 0, starts[unit + 1] ?? 0));
}
