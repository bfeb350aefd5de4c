import { derivePreference } from '#domain/imports/overall-rating.ts';
import type { SourcePreference, SourceVerdict } from '#domain/imports/source-item.ts';
import { type Criterion, criteriaOf, type Rubric } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import type { Answers, PreferenceAnswer } from './answers.ts';
import { explainValue } from './check-value.ts';

export interface VerdictToAnswer {
  readonly rubric: Rubric;
  readonly verdict: SourceVerdict;
  readonly responseIds: readonly string[];
}

/**
 * What a data set's verdict answers of a rubric: the overall preference, and ratings whose names and values the rubric
 * knows. Null where it answers nothing, such as a tie where the rubric has none.
 */
export function answersFromVerdict(input: VerdictToAnswer): Answers | null {
  const pair = answerOverall(input);
  const response = answerRatings(input);
  if (Object.keys(pair).length === 0 && Object.keys(response).length === 0) return null;
  return { pair, response, task: {} };
}

function answerOverall({ rubric, verdict, responseIds }: VerdictToAnswer): Record<string, PreferenceAnswer> {
  const overall = criteriaOf(rubric, 'pair').find((criterion) => criterion.key === rubric.overallKey);
  const [one, other] = responseIds;
  if (overall?.scale.kind !== 'preference' || one === undefined || other === undefined) return {};
  const preference = verdict.preference ?? derivePreference(verdict, [one, other]);
  const answer = preference && toAnswer(preference, { scale: overall.scale, from: verdict.strengthScale });
  return answer ? { [overall.key]: answer } : {};
}

function toAnswer(
  preference: SourcePreference,
  { scale, from }: { scale: PreferenceScale; from: number | undefined },
): PreferenceAnswer | null {
  if (preference.verdict === 'tie') return scale.tie ? preference : null;
  if (preference.verdict === 'both_bad') return scale.bothBad ? preference : null;
  const { responseId, strength } = preference;
  return { verdict: 'prefers', responseId, strength: scaleStrength(strength, { from, to: scale.steps }) };
}

/** The same share of the scale, at least its weakest step, which is also all that a bare side claims. */
function scaleStrength(
  strength: number | null,
  { from, to }: { from: number | undefined; to: number },
): number {
  if (strength === null || from === undefined) return 1;
  return Math.min(to, Math.max(1, Math.round((strength / from) * to)));
}

function answerRatings({
  rubric,
  verdict,
  responseIds,
}: VerdictToAnswer): Record<string, Record<string, number>> {
  const rated = criteriaOf(rubric, 'response').flatMap((criterion): [string, Record<string, number>][] => {
    const values = responseIds.flatMap((id): [string, number][] => {
      const value = ratingOf(verdict, id, criterion);
      return value === undefined ? [] : [[id, value]];
    });
    return values.length === 0 ? [] : [[criterion.key, Object.fromEntries(values)]];
  });
  return Object.fromEntries(rated);
}

function ratingOf(verdict: SourceVerdict, responseId: string, { key, scale }: Criterion): number | undefined {
  const ratings = verdict.ratings?.[responseId] ?? {};
  const value = Object.hasOwn(ratings, key) ? ratings[key] : undefined;
  return value !== undefined && scale.kind === 'rating' && explainValue(value, scale) === null
    ? value
    : undefined;
}
