import { type Figure, shareOf } from './figure.ts';
import type { GoldTests } from './people-votes.ts';

export const noGoldTests: GoldTests = {
  atMs: new Float64Array(),
  passed: new Uint8Array(),
  isSettled: new Uint8Array(),
};

/** How often known answers were met, with Wilson's interval; null for somebody who was never tested. */
export function goldFigure({ passed }: GoldTests): Figure | null {
  return passed.length === 0 ? null : shareOf(sumOf(passed), passed.length);
}

/** So many more tests at a time become part of what a person sees of themselves. */
export const toldAtOnce = 10;

/**
 * What a person may see of it: only what can no longer be amended, and only in whole tens, the oldest first. A figure that
 * moves with one task would tell that this task was gold, and whether its answer was the expected one. Null until there are ten.
 */
export function ownGoldFigure({ passed, isSettled }: GoldTests): Figure | null {
  // What comes after the first open one waits, too: the order of the tests must not show through.
  const open = isSettled.indexOf(0);
  const settled = open === -1 ? passed.length : open;
  const told = settled - (settled % toldAtOnce);
  return told === 0 ? null : shareOf(sumOf(passed.subarray(0, told)), told);
}

const sumOf = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0);
