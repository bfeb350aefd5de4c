import type { DropReason } from './drop-reason.ts';
import { dropReasons } from './drop-reason.ts';
import type { ExportFormat, SplitName } from './export-format.ts';
import type { ItemRows } from './export-item.ts';

/** Lengths of better and worse responses, to show whether the longer ones win. In UTF-16 units. */
export interface LengthTally {
  betterCount: number;
  betterSum: number;
  worseCount: number;
  worseSum: number;
  longerWins: number;
  shorterWins: number;
}

/** What an export counts while it runs. Filled in place: it is touched once for each of millions of rows. */
export interface ExportTally {
  items: number;
  judgments: number;
  /** Items with a final answer. */
  settled: number;
  readonly rows: Record<SplitName, number>;
  readonly ties: Record<SplitName, number>;
  readonly drops: Record<DropReason, number>;
  readonly labels: { good: number; bad: number };
  readonly lengths: LengthTally;
}

export function emptyExportTally(): ExportTally {
  return {
    items: 0,
    judgments: 0,
    settled: 0,
    rows: { train: 0, validation: 0, test: 0 },
    ties: { train: 0, validation: 0, test: 0 },
    drops: Object.fromEntries(dropReasons.map((reason) => [reason, 0])) as Record<DropReason, number>,
    labels: { good: 0, bad: 0 },
    lengths: { betterCount: 0, betterSum: 0, worseCount: 0, worseSum: 0, longerWins: 0, shorterWins: 0 },
  };
}

/** Formats in which a better text stands against a worse one. */
const comparedFormats: readonly ExportFormat[] = ['trl-preference', 'trl-reward', 'trl-kto', 'openai-dpo'];

/** Counts what one item gave. */
export function tallyItem(
  tally: ExportTally,
  {
    format,
    split,
    judgmentCount,
    isSettled,
    made,
  }: {
    format: ExportFormat;
    split: SplitName;
    judgmentCount: number;
    isSettled: boolean;
    made: ItemRows;
  },
): void {
  tally.items += 1;
  tally.judgments += judgmentCount;
  if (isSettled) tally.settled += 1;
  tally.rows[split] += made.rows.length;
  tally.ties[split] += made.ties.length;
  for (const reason of made.drops) tally.drops[reason] += 1;
  if (!comparedFormats.includes(format)) return;
  for (const row of made.rows) {
    if (format === 'trl-kto') tallyLabel(tally, row.label === true, textLength(row.completion));
    else if (format === 'openai-dpo')
      tallyPair(tally.lengths, row.preferred_output, row.non_preferred_output);
    else tallyPair(tally.lengths, row.chosen, row.rejected);
  }
}

function tallyLabel({ labels, lengths }: ExportTally, isGood: boolean, length: number): void {
  if (isGood) {
    labels.good += 1;
    lengths.betterCount += 1;
    lengths.betterSum += length;
  } else {
    labels.bad += 1;
    lengths.worseCount += 1;
    lengths.worseSum += length;
  }
}

function tallyPair(lengths: LengthTally, better: unknown, worse: unknown): void {
  const [betterLength, worseLength] = [textLength(better), textLength(worse)];
  lengths.betterCount += 1;
  lengths.betterSum += betterLength;
  lengths.worseCount += 1;
  lengths.worseSum += worseLength;
  if (betterLength > worseLength) lengths.longerWins += 1;
  if (betterLength < worseLength) lengths.shorterWins += 1;
}

function textLength(messages: unknown): number {
  const message = (messages as readonly { content: string }[])[0];
  return message === undefined ? 0 : message.content.length;
}

export interface KtoWeights {
  readonly desirable: number;
  readonly undesirable: number;
}

/** Suggests the weights that bring good and bad rows into balance in KTO; null where one kind is missing. */
export function suggestKtoWeights({ good, bad }: { good: number; bad: number }): KtoWeights | null {
  if (good === 0 || bad === 0) return null;
  const toHundredths = (value: number) => Math.round(value * 100) / 100;
  return good < bad
    ? { desirable: toHundredths(bad / good), undesirable: 1 }
    : { desirable: 1, undesirable: toHundredths(good / bad) };
}
