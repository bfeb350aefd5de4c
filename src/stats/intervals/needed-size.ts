import { normalQuantile } from './normal-quantile.ts';
import { wilsonInterval } from './wilson.ts';

export interface WantedPrecision {
  /** The whole width that the interval may have. */
  readonly width: number;
  readonly confidence?: number;
}

/**
 * **How many trials a share needs**, for a Wilson interval of a wanted width.
 *
 * What for: planning gold items, or how many items two people should both judge.
 *
 * When it misleads: it needs a guess of the share; 0.5 is the careful one. Trials that depend on each other count less.
 *
 * Formula: the smallest n whose interval at the expected share is no wider, found by halving. For a coefficient, whose
 * standard error falls with the root of the items, n = pilot items · (2 z s / width)².
 *
 * Units: trials; the width is a share from 0 to 1.
 *
 * @throws RangeError unless 0 ≤ share ≤ 1, 0 < width < 1 and 0 < confidence < 1.
 * @example
 * trialsForWidth({ share: 0.5, width: 0.1 }); // 381
 */
export function trialsForWidth({
  share,
  width,
  confidence = 0.95,
}: WantedPrecision & { readonly share: number }): number {
  if (!(share >= 0 && share <= 1 && width > 0 && width < 1))
    throw new RangeError(`The share and the width must lie from 0 to 1, not ${share} and ${width}.`);
  const widthOf = (trials: number): number => {
    const { lower, upper } = wilsonInterval({ successes: Math.round(share * trials), trials, confidence });
    return (upper ?? 1) - (lower ?? 0);
  };
  let [below, enough] = [0, 1];
  while (widthOf(enough) > width) [below, enough] = [enough, enough * 2];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (widthOf(middle) > width) below = middle;
    else enough = middle;
  }
  return enough;
}

/** How many items a coefficient needs, from its standard error on some that were judged already. */
export function itemsForWidth({
  standardError,
  items,
  width,
  confidence = 0.95,
}: WantedPrecision & { readonly standardError: number; readonly items: number }): number {
  if (!(standardError >= 0 && items > 0 && width > 0))
    throw new RangeError(`There must be items and a width, not ${items} and ${width}.`);
  return Math.ceil(items * ((2 * normalQuantile(0.5 + confidence / 2) * standardError) / width) ** 2);
}
