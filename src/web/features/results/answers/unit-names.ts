import { say } from '#web/messages/say.ts';

/** "Response 1", "Turn 2" or "Response 1, step 3" of a unit's id; the id itself where it is none of these. */
export function nameUnit(unitId: string): string {
  const [, kind, number, step] = /^([rt])([1-9][0-9]*)(?:\.s([0-9]+))?$/.exec(unitId) ?? [];
  if (kind === undefined) return unitId;
  if (kind === 't') return say('Turn {number, number}', { number: Number(number) });
  return step === undefined
    ? say('Response {number}', { number: Number(number) })
    : say('Response {number}, step {step}', { number: Number(number), step: Number(step) });
}
