import type { SplitName } from './export-format.ts';
import type { SplitShares } from './export-options.ts';

const buckets = 10_000;

/**
 * Deals a prompt group to a split by its salted hash (hexadecimal), so that rows of one prompt stay together and
 * a growing data set keeps old rows where they were.
 */
export function splitOf(groupHash: string, shares: SplitShares): SplitName {
  const bucket = bucketOf(groupHash);
  const trainEnd = (shares.train * buckets) / 100;
  if (bucket < trainEnd) return 'train';
  return bucket < trainEnd + (shares.validation * buckets) / 100 ? 'validation' : 'test';
}

/**
 * The hash modulo 10,000, digit by digit: it does not fit a number, and a bigint for each row is slow.
 * @throws RangeError where the hash is not hexadecimal.
 */
export function bucketOf(groupHash: string): number {
  let rest = 0;
  for (let index = 0; index < groupHash.length; index += 1) {
    const digit = Number.parseInt(groupHash.charAt(index), 16);
    if (Number.isNaN(digit)) throw new RangeError(`"${groupHash}" is not a hexadecimal hash.`);
    rest = (rest * 16 + digit) % buckets;
  }
  if (groupHash === '') throw new RangeError('A prompt group needs a hash.');
  return rest;
}
