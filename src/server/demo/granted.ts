import { isRefusal, type Refusal } from '#domain/outcomes/refusal.ts';

/** The outcome of an act that cannot be refused here; a refusal is a fault in the seed. */
export function granted<Outcome>(outcome: Outcome): Exclude<Outcome, Refusal> {
  if (isRefusal(outcome)) throw new Error(`The demo could not be set up: ${outcome.message}`);
  return outcome as Exclude<Outcome, Refusal>;
}
