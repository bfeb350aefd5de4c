import { responseIdAt } from '#domain/items/item.ts';
import type { SourcePreference } from './source-item.ts';

/** In HelpSteer data this number says that neither response was valid: it is no strength. */
const neitherValid = -100;

/** Reads the HelpSteer sign: negative, the first response is better; positive, the second; null beyond the scale. */
export function readSignedStrength(value: number, steps: number): SourcePreference | null {
  if (value === neitherValid) return { verdict: 'both_bad' };
  if (Math.abs(value) > steps) return null;
  if (value === 0) return { verdict: 'tie' };
  return { verdict: 'prefers', responseId: responseIdAt(value < 0 ? 0 : 1), strength: Math.abs(value) };
}
