import type { SourcePreference, SourceVerdict } from './source-item.ts';

/** HelpSteer2 also rates complexity and verbosity, where more is not better; its authors rank by this one. */
const helpsteerOverall = 'helpfulness';

/** One number for how good a response was rated: the mean of its ratings; null where there are none. */
export function computeOverallRating(verdict: SourceVerdict, responseId: string): number | null {
  const ratings = verdict.ratings?.[responseId] ?? {};
  if (verdict.dataset === 'helpsteer2') return ratings[helpsteerOverall] ?? null;
  const numbers = Object.values(ratings);
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

/** The preference that two responses' ratings imply; null where one of them is not rated. */
export function derivePreference(
  verdict: SourceVerdict,
  [one, other]: readonly [string, string],
): SourcePreference | null {
  const ofOne = computeOverallRating(verdict, one);
  const ofOther = computeOverallRating(verdict, other);
  if (ofOne === null || ofOther === null) return null;
  if (ofOne === ofOther) return { verdict: 'tie' };
  return { verdict: 'prefers', responseId: ofOne > ofOther ? one : other, strength: null };
}
