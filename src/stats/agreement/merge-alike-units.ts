import type { PairableUnits } from './pairable-units.ts';

/** Units that differ from each other, and for each unit given the place of the one that it is like. */
export interface AlikeUnits {
  readonly distinct: PairableUnits;
  readonly placeOf: Int32Array;
}

/**
 * **Merging alike units**: units with the same values, in whatever order, become one.
 *
 * What for: three raters on seven steps can answer in only 84 ways, so that work repeated a thousand times is done on 84
 * units instead of ten thousand.
 *
 * When it misleads: nothing is lost but who said what. With measured values hardly any two units are alike, and nothing
 * is gained.
 *
 * Units: as {@link PairableUnits}.
 *
 * @example
 * mergeAlikeUnits(pairableUnits([[1, 2], [2, 1], [2, 2]])).placeOf; // Int32Array [0, 0, 1]
 */
export function mergeAlikeUnits(units: PairableUnits): AlikeUnits {
  const places = new Map<string, number>();
  const starts = [0];
  const codes: number[] = [];
  const placeOf = new Int32Array(units.starts.length - 1);
  for (let unit = 0; unit < placeOf.length; unit++) {
    const sorted = units.codes.slice(units.starts[unit], units.starts[unit + 1]).sort();
    const key = sorted.join();
    const place = places.get(key) ?? places.size;
    placeOf[unit] = place;
    if (place < places.size) continue;
    places.set(key, place);
    for (const code of sorted) codes.push(code);
    starts.push(codes.length);
  }
  const distinct = { starts: Int32Array.from(starts), codes: Int32Array.from(codes), levels: units.levels };
  return { distinct, placeOf };
}
