import type { Rubric } from '#domain/rubrics/rubric.ts';

/** Which parts of the texts take answers under a rubric. */
export interface PartsAsked {
  readonly turns: boolean;
  readonly steps: boolean;
}

const known = new WeakMap<Rubric, PartsAsked>();

/** The same object for the same rubric, so that texts are not rendered anew. */
export function partsAsked(rubric: Rubric): PartsAsked {
  const found = known.get(rubric);
  if (found !== undefined) return found;
  const parts = {
    turns: rubric.criteria.some(({ target }) => target === 'turn'),
    steps: rubric.criteria.some(({ target }) => target === 'step'),
  };
  known.set(rubric, parts);
  return parts;
}
