import type { PreferenceAnswer } from '#domain/judging/answers.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';

/** The places of a preference scale from left to right: A strongest, …, tie, …, B strongest. */
export function listPositions(scale: PreferenceScale, responseIds: readonly string[]): PreferenceAnswer[] {
  const [left = '', right = ''] = responseIds;
  const strengths = Array.from({ length: scale.steps }, (_, index) => index + 1);
  const prefers = (responseId: string, strength: number): PreferenceAnswer => ({
    verdict: 'prefers',
    responseId,
    strength,
  });
  return [
    ...strengths.toReversed().map((strength) => prefers(left, strength)),
    ...(scale.tie ? [{ verdict: 'tie' } as const] : []),
    ...strengths.map((strength) => prefers(right, strength)),
  ];
}

export function isSamePreference(one: PreferenceAnswer | undefined, other: PreferenceAnswer): boolean {
  if (one?.verdict !== other.verdict) return false;
  if (one.verdict !== 'prefers' || other.verdict !== 'prefers') return true;
  return one.responseId === other.responseId && one.strength === other.strength;
}

/** The next place towards one side; from no answer, the weakest preference for that side. */
export function movePreference(
  positions: readonly PreferenceAnswer[],
  current: PreferenceAnswer | undefined,
  towards: 'left' | 'right',
): PreferenceAnswer | undefined {
  const at = positions.findIndex((position) => isSamePreference(current, position));
  const step = towards === 'left' ? -1 : 1;
  if (at !== -1) return positions[Math.max(0, Math.min(positions.length - 1, at + step))];
  const half = Math.floor(positions.length / 2);
  return positions[towards === 'left' ? half - 1 : positions.length - half];
}
