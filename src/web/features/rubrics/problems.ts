import type { Place } from '#domain/outcomes/refusal.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { DraftRubric } from './editor/draft-rubric.ts';
import type { Selection } from './editor/rubric-editor.ts';

/** Contradictions below one path, told to the field that they concern. */
export interface Problems {
  /** What is said about one field; '' is the path itself. */
  at(path: string): string | undefined;
  /** The first thing said about a field or anything inside it. */
  below(path: string): string | undefined;
  readonly count: number;
}

export function problemsBelow(places: readonly Place[], prefix: string): Problems {
  const start = prefix === '' ? '' : `${prefix}.`;
  const own = places.filter(({ path = '' }) => path === prefix || path.startsWith(start));
  const full = (path: string) => (path === '' ? prefix : start + path);
  return {
    count: own.length,
    at: (path) => own.find((place) => place.path === full(path))?.message,
    below: (path) =>
      own.find((place) => place.path === full(path) || place.path?.startsWith(`${full(path)}.`))?.message,
  };
}

/** The problems of the criterion at an index. */
export function problemsOfCriterion(places: readonly Place[], index: number): Problems {
  return problemsBelow(places, `criteria.${index}`);
}

/** A key that is used twice is told at both criteria: whoever writes the first must not have to look for the second. */
export function tellTwins(places: readonly Place[], criteria: readonly Pick<Criterion, 'key'>[]): Place[] {
  const told = new Map(places.map((place) => [place.path, place.message]));
  const first = criteria.flatMap(({ key }, index): Place[] => {
    const later = criteria.findIndex((other, at) => at > index && other.key === key);
    const message = told.get(`criteria.${later}.key`);
    const path = `criteria.${index}.key`;
    return key === '' || later === -1 || message === undefined || told.has(path) ? [] : [{ path, message }];
  });
  return [...first, ...places];
}

/** A key that follows its label lacks only the label, so that one thing is not told twice. */
export function leaveOutFollowers(places: readonly Place[], { criteria }: DraftRubric): Place[] {
  const follows = (path: string) =>
    criteria.some(({ key, keyIsOwn }, index) => key === '' && !keyIsOwn && path === `criteria.${index}.key`);
  return places.filter(({ path = '' }) => !follows(path));
}

/** What must be selected to see the field that a place speaks of. */
export function selectionOf({ path = '' }: Place, draft: DraftRubric): Selection {
  const index = /^criteria\.(\d+)\./.exec(path)?.[1];
  if (index === undefined) return 'around';
  return draft.criteria[Number(index)]?.id ?? 'around';
}
