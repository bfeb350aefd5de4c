import type { RankingAnswer } from '#domain/judging/answers.ts';
import type { RankingScale } from '#domain/rubrics/scale.ts';

interface Ranking {
  readonly groups: readonly (readonly string[])[];
  readonly unrankable: readonly string[];
}

function read(answer: RankingAnswer | undefined): Ranking {
  if (answer?.verdict !== 'ranked') return { groups: [], unrankable: [] };
  return { groups: answer.groups, unrankable: answer.unrankable ?? [] };
}

function write({ groups, unrankable }: Ranking): RankingAnswer | undefined {
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length === 0 && unrankable.length === 0) return undefined;
  return unrankable.length === 0
    ? { verdict: 'ranked', groups: filled }
    : { verdict: 'ranked', groups: filled, unrankable };
}

function without({ groups, unrankable }: Ranking, responseId: string): Ranking {
  return {
    groups: groups.map((group) => group.filter((id) => id !== responseId)),
    unrankable: unrankable.filter((id) => id !== responseId),
  };
}

/**
 * What naming a response by its digit makes of a ranking: it takes the next rank, or, if it stood last already, gives
 * its rank back. Of best and worst the first one named is the best, the second the worst.
 */
export function rankResponse(
  answer: RankingAnswer | undefined,
  { scale, responseId }: { scale: RankingScale; responseId: string },
): RankingAnswer | undefined {
  if (scale.mode === 'best_worst') return nameBestWorst(answer, responseId);
  const ranking = read(answer);
  const isLast = ranking.groups.at(-1)?.includes(responseId) ?? false;
  const others = without(ranking, responseId);
  return write(isLast ? others : { ...others, groups: [...others.groups, [responseId]] });
}

function nameBestWorst(answer: RankingAnswer | undefined, responseId: string): RankingAnswer | undefined {
  const { best, worst } = answer?.verdict === 'best_worst' ? answer : { best: null, worst: null };
  if (best === responseId) return named(null, worst);
  if (worst === responseId) return named(best, null);
  return best === null ? named(responseId, worst) : named(best, responseId);
}

function named(best: string | null, worst: string | null): RankingAnswer | undefined {
  return best === null && worst === null ? undefined : { verdict: 'best_worst', best, worst };
}

/** Ties the response that was ranked last with those before it, or parts them again. */
export function tieLast(answer: RankingAnswer | undefined): RankingAnswer | undefined {
  const ranking = read(answer);
  const { groups } = ranking;
  const last = groups.at(-1) ?? [];
  const before = groups.at(-2);
  if (last.length > 1) {
    const parted = [...groups.slice(0, -1), last.slice(0, -1), last.slice(-1)];
    return write({ ...ranking, groups: parted });
  }
  if (before === undefined) return answer;
  return write({ ...ranking, groups: [...groups.slice(0, -2), [...before, ...last]] });
}

/** Puts a response at a place: into a rank (`into`), or before it (`before`), both counted from 0. */
export function placeResponse(
  answer: RankingAnswer | undefined,
  place: { responseId: string; at: number; how: 'into' | 'before' },
): RankingAnswer | undefined {
  const ranking = read(answer);
  const { responseId, at, how } = place;
  // Ranks keep their places while the response is taken out, so that `at` means what was seen.
  const { groups, unrankable } = without(ranking, responseId);
  const next =
    how === 'into' && groups[at] !== undefined
      ? groups.with(at, [...groups[at], responseId])
      : [...groups.slice(0, at), [responseId], ...groups.slice(at)];
  return write({ groups: next, unrankable });
}

/** Takes a response out of the ranking, as impossible to place, or for the time being. */
export function setAside(
  answer: RankingAnswer | undefined,
  { responseId, as }: { responseId: string; as: 'unrankable' | 'open' },
): RankingAnswer | undefined {
  const others = without(read(answer), responseId);
  return write(as === 'open' ? others : { ...others, unrankable: [...others.unrankable, responseId] });
}

/** Takes back the rank that was given last. */
export function unrankLast(answer: RankingAnswer | undefined): RankingAnswer | undefined {
  if (answer?.verdict === 'best_worst') return named(answer.worst === null ? null : answer.best, null);
  if (answer?.verdict !== 'ranked') return undefined;
  const last = answer.groups.at(-1)?.at(-1);
  return last === undefined ? undefined : setAside(answer, { responseId: last, as: 'open' });
}

/**
 * Moves a response by one place towards the best (-1) or the worst (1): into a tie with its neighbour where ties are
 * allowed, out of a tie to the other side of it, else past the neighbour. What has no rank comes in from the worst side.
 */
export function moveResponse(
  answer: RankingAnswer | undefined,
  { scale, responseId, by }: { scale: RankingScale; responseId: string; by: -1 | 1 },
): RankingAnswer | undefined {
  if (scale.mode === 'best_worst') return moveBestWorst(answer, { responseId, by });
  const { groups } = read(answer);
  const at = groups.findIndex((group) => group.includes(responseId));
  if (at === -1)
    return by === 1 ? answer : placeResponse(answer, { responseId, at: groups.length, how: 'before' });
  const isTied = (groups[at]?.length ?? 0) > 1;
  if (isTied) return placeResponse(answer, { responseId, at: by === -1 ? at : at + 1, how: 'before' });
  const neighbour = at + by;
  if (groups[neighbour] === undefined) return answer;
  if (scale.ties) return placeResponse(answer, { responseId, at: neighbour, how: 'into' });
  return placeResponse(answer, { responseId, at: by === -1 ? neighbour : neighbour + 1, how: 'before' });
}

/** The worst, neither, the best: one step at a time. */
function moveBestWorst(
  answer: RankingAnswer | undefined,
  { responseId, by }: { responseId: string; by: -1 | 1 },
): RankingAnswer | undefined {
  const { best, worst } = answer?.verdict === 'best_worst' ? answer : { best: null, worst: null };
  if (by === -1) return worst === responseId ? named(best, null) : named(responseId, worst);
  return best === responseId ? named(null, worst) : named(best, responseId);
}

/** Gives the place of the best or the worst to a response; who had the other place and is named here loses that one. */
export function nameAs(
  answer: RankingAnswer | undefined,
  { responseId, place }: { responseId: string; place: 'best' | 'worst' },
): RankingAnswer | undefined {
  const { best, worst } = answer?.verdict === 'best_worst' ? answer : { best: null, worst: null };
  return place === 'best'
    ? named(responseId, worst === responseId ? null : worst)
    : named(best === responseId ? null : best, responseId);
}

/** Leaves all that have no rank yet out of the ranking; again, and they are open once more. */
export function setRestAside(
  answer: RankingAnswer | undefined,
  responseIds: readonly string[],
): RankingAnswer | undefined {
  const { groups, unrankable } = read(answer);
  const open = responseIds.filter((id) => !groups.flat().includes(id) && !unrankable.includes(id));
  return write({ groups, unrankable: open.length > 0 ? [...unrankable, ...open] : [] });
}
