import type { PreferenceAnswer, RankingAnswer } from '#domain/judging/answers.ts';
import type { PreferenceScale, RankingScale } from '#domain/rubrics/scale.ts';
import { drawNormal, happens } from '#seeds/demo/chance.ts';
import type { Viewer } from './blur-value.ts';

/** How good something looks that is as good as `quality`. */
function look({ annotator, random }: Viewer, quality: number): number {
  return drawNormal(random, { mean: quality, deviation: 0.2 + 1.4 * (1 - annotator.skill) });
}

/** A preference of the first response over the second by `ideal` steps, as this person sees it. */
export function blurPreference(
  viewer: Viewer,
  ideal: number | 'both_bad',
  { scale, ids }: { scale: PreferenceScale; ids: readonly [string, string] },
): PreferenceAnswer {
  if (ideal === 'both_bad' && scale.bothBad && happens(viewer.random, viewer.annotator.skill))
    return { verdict: 'both_bad' };
  const felt = look(viewer, ideal === 'both_bad' ? 0 : ideal);
  const strength = Math.min(scale.steps, Math.round(Math.abs(felt)));
  if (strength === 0 && scale.tie) return { verdict: 'tie' };
  return { verdict: 'prefers', responseId: felt >= 0 ? ids[0] : ids[1], strength: Math.max(1, strength) };
}

/** Closer than this and two responses look equally good. */
const tieWidth = 0.3;
/** Nothing that looks worse than this could be sent to anybody. */
const unusable = 0.8;

interface Looks {
  readonly id: string;
  readonly looks: number;
}

/** A ranking of responses that are as good as `qualities`, as this person sees them. */
export function blurRanking(
  viewer: Viewer,
  qualities: readonly (number | null)[],
  { scale, ids }: { scale: RankingScale; ids: readonly string[] },
): RankingAnswer {
  const placed: Looks[] = [];
  const unrankable: string[] = [];
  for (const [index, id] of ids.entries()) {
    const quality = qualities[index] ?? null;
    if (quality === null && scale.unrankable) unrankable.push(id);
    else placed.push({ id, looks: look(viewer, quality ?? 0) });
  }
  const ranked = placed.toSorted((one, other) => other.looks - one.looks);
  if (scale.allBad && (ranked[0]?.looks ?? 0) < unusable) return { verdict: 'all_bad' };
  if (scale.mode === 'best_worst')
    return { verdict: 'best_worst', best: ranked[0]?.id ?? null, worst: ranked.at(-1)?.id ?? null };
  const groups = scale.ties ? joinTies(ranked) : ranked.map(({ id }) => [id]);
  return { verdict: 'ranked', groups, ...(unrankable.length > 0 && { unrankable }) };
}

function joinTies(ranked: readonly Looks[]): string[][] {
  const groups: { readonly first: number; readonly ids: string[] }[] = [];
  for (const { id, looks } of ranked) {
    const group = groups.at(-1);
    if (group && group.first - looks < tieWidth) group.ids.push(id);
    else groups.push({ first: looks, ids: [id] });
  }
  return groups.map(({ ids }) => ids);
}
