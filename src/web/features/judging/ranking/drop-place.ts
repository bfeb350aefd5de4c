import type { RankingAnswer } from '#domain/judging/answers.ts';
import type { RankingScale } from '#domain/rubrics/scale.ts';
import { nameAs, placeResponse, setAside } from '#web/features/judging/desk/rank-response.ts';

/** Where a dragged response may be let go. */
export type DropPlace =
  | { readonly kind: 'into' | 'before'; readonly group: number }
  | { readonly kind: 'aside' | 'open' | 'best' | 'worst' };

export function dropKey(place: DropPlace | null): string | undefined {
  if (place === null) return undefined;
  return 'group' in place ? `${place.kind}:${place.group}` : place.kind;
}

/** The place that an element stands for, by its name and how far along it the pointer is (0 to 1, in reading direction). */
export function readDropPlace(name: string, along: number, scale: RankingScale): DropPlace | null {
  const [kind, at] = name.split(':');
  const group = Number(at);
  if (kind === 'chip') {
    if (along < 0.3 || (!scale.ties && along < 0.5)) return { kind: 'before', group };
    return along > 0.7 || !scale.ties ? { kind: 'before', group: group + 1 } : { kind: 'into', group };
  }
  if (kind === 'before') return { kind, group };
  if (kind === 'into') return scale.ties ? { kind, group } : { kind: 'before', group };
  return kind === 'aside' || kind === 'open' || kind === 'best' || kind === 'worst' ? { kind } : null;
}

/** The ranking after a response was let go at a place. */
export function dropResponse(
  answer: RankingAnswer | undefined,
  { responseId, place }: { responseId: string; place: DropPlace },
): RankingAnswer | undefined {
  switch (place.kind) {
    case 'into':
    case 'before':
      return placeResponse(answer, { responseId, at: place.group, how: place.kind });
    case 'best':
    case 'worst':
      return nameAs(answer, { responseId, place: place.kind });
    case 'aside':
      return setAside(answer, { responseId, as: 'unrankable' });
    case 'open':
      return takeOut(answer, responseId);
  }
}

function takeOut(answer: RankingAnswer | undefined, responseId: string): RankingAnswer | undefined {
  if (answer?.verdict !== 'best_worst') return setAside(answer, { responseId, as: 'open' });
  const best = answer.best === responseId ? null : answer.best;
  const worst = answer.worst === responseId ? null : answer.worst;
  return best === null && worst === null ? undefined : { verdict: 'best_worst', best, worst };
}
