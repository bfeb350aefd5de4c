import type { FlagKind } from './assignment.ts';

/** How a flag was settled. */
export const flagOutcomes = ['answered', 'guideline_edited', 'no_action'] as const;
export type FlagOutcome = (typeof flagOutcomes)[number];

/** Which kinds of flags take their item out of the queue at once. */
export interface FlagPolicy {
  readonly hold: readonly FlagKind[];
}

/** Whether an item is given out: a held one waits for a decision, a dropped one is given to nobody any more. */
export const itemHolds = ['none', 'held', 'dropped'] as const;
export type ItemHold = (typeof itemHolds)[number];

export function holdOf(item: { readonly heldAt: Date | null; readonly droppedAt: Date | null }): ItemHold {
  if (item.droppedAt !== null) return 'dropped';
  return item.heldAt === null ? 'none' : 'held';
}

export const flagLimits = { noteCharacters: 4_000, quoteCharacters: 2_000 } as const;
