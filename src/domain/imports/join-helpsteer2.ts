import { maxResponsesPerItem } from '#domain/items/item.ts';
import { fieldOf } from './json-record.ts';
import { findHelpsteer2Problem, normaliseHelpsteer2 } from './normalise-helpsteer2.ts';
import { type Normalised, type PlacedRecord, placeOutcome } from './normaliser.ts';

/** Collects neighbouring HelpSteer2 rows with one prompt. A bad row is reported and does not part its neighbours. */
export interface Helpsteer2Joiner {
  push(placed: PlacedRecord): readonly Normalised[];
  finish(): readonly Normalised[];
  pending(): readonly PlacedRecord[];
}

export function createHelpsteer2Joiner(resumed: readonly PlacedRecord[]): Helpsteer2Joiner {
  let pending = [...resumed];
  const flush = (): readonly Normalised[] => {
    const [first] = pending;
    if (!first) return [];
    const outcome = normaliseHelpsteer2(pending.map(({ record }) => record));
    pending = [];
    return placeOutcome(first.line, outcome);
  };
  const belongsToPending = (placed: PlacedRecord) =>
    pending.length > 0 &&
    pending.length < maxResponsesPerItem &&
    fieldOf(placed.record, 'prompt') === fieldOf(pending[0]?.record ?? {}, 'prompt');
  return {
    push(placed) {
      const problem = findHelpsteer2Problem(placed.record);
      if (problem) return [{ line: placed.line, rejection: problem }];
      const done = belongsToPending(placed) ? [] : flush();
      pending.push(placed);
      return done;
    },
    finish: flush,
    pending: () => [...pending],
  };
}
