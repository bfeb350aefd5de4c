import type { Place } from '#domain/outcomes/refusal.ts';
import type { DraftRubric } from './editor/draft-rubric.ts';
import type { Selection } from './editor/rubric-editor.ts';

/** Contradictions below one path, told to the field that they concern. */
export interface Problems {
  /** What is said about one field; '' is the path itself. */
  at(path: string): string | undefined;
  readonly count: number;
}

export function problemsBelow(places: readonly Place[], prefix: string): Problems {
  const start = prefix === '' ? '' : `${prefix}.`;
  const own = places.filter(({ path = '' }) => path === prefix || path.startsWith(start));
  return {
    count: own.length,
    at: (path) => own.find((place) => place.path === (path === '' ? prefix : start + path))?.message,
  };
}

/** The problems of the criterion at an index. */
export function problemsOfCriterion(places: readonly Place[], index: number): Problems {
  return problemsBelow(places, `criteria.${index}`);
}

/** What must be selected to see the field that a place speaks of. */
export function selectionOf({ path = '' }: Place, draft: DraftRubric): Selection {
  const index = /^criteria\.(\d+)\./.exec(path)?.[1];
  if (index === undefined) return 'around';
  return draft.criteria[Number(index)]?.id ?? 'around';
}
