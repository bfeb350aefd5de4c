import { derivePreference } from '#domain/imports/overall-rating.ts';
import type { SourcePreference, SourceVerdict } from '#domain/imports/source-item.ts';

/** A verdict that came with the file, in a few words for the preview. */
export function describeVerdict(
  verdict: SourceVerdict | undefined,
  responseIds: readonly string[],
): string | null {
  if (!verdict) return null;
  const [one, other] = responseIds;
  const implied =
    one !== undefined && other !== undefined && responseIds.length === 2
      ? derivePreference(verdict, [one, other])
      : null;
  const preference = verdict.preference ?? implied;
  if (preference) return describePreference(preference, verdict, responseIds);
  return verdict.ratings ? 'Each response is rated' : null;
}

function describePreference(
  preference: SourcePreference,
  { strengthScale }: SourceVerdict,
  responseIds: readonly string[],
): string {
  if (preference.verdict === 'tie') return 'Tie';
  if (preference.verdict === 'both_bad') return 'Both bad';
  const winner = `Response ${responseIds.indexOf(preference.responseId) + 1} is better`;
  if (preference.strength === null) return winner;
  return strengthScale === undefined
    ? `${winner}, strength ${preference.strength}`
    : `${winner}, strength ${preference.strength} of ${strengthScale}`;
}
