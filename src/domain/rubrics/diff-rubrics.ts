import { diffCriterion } from './diff-criterion.ts';
import type { Rubric } from './rubric.ts';

/** One difference between two versions, as a reader would put it. */
export interface RubricChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The criterion concerned; null where the rubric as a whole changed. */
  readonly criterionKey: string | null;
  readonly text: string;
}

/** Says in words what changed from one version of a rubric to the next; criteria are matched by key. */
export function diffRubrics(before: Rubric, after: Rubric): RubricChange[] {
  return [
    ...listRemoved(before, after),
    ...listAddedAndChanged(before, after),
    ...listOrder(before, after),
    ...listAround(before, after),
  ];
}

function listRemoved(before: Rubric, after: Rubric): RubricChange[] {
  const kept = new Set(after.criteria.map((criterion) => criterion.key));
  return before.criteria
    .filter((criterion) => !kept.has(criterion.key))
    .map(({ key, label }) => ({
      kind: 'removed',
      criterionKey: key,
      text: `“${label}” is no longer asked.`,
    }));
}

function listAddedAndChanged(before: Rubric, after: Rubric): RubricChange[] {
  const earlier = new Map(before.criteria.map((criterion) => [criterion.key, criterion]));
  return after.criteria.flatMap((criterion): RubricChange[] => {
    const { key, label, required } = criterion;
    const old = earlier.get(key);
    if (old === undefined) {
      const text = `“${label}” is new and ${required ? 'required' : 'optional'}.`;
      return [{ kind: 'added', criterionKey: key, text }];
    }
    return diffCriterion(old, criterion).map((text) => ({ kind: 'changed', criterionKey: key, text }));
  });
}

function listOrder(before: Rubric, after: Rubric): RubricChange[] {
  const inBoth = (rubric: Rubric, other: Rubric) =>
    rubric.criteria
      .map((criterion) => criterion.key)
      .filter((key) => other.criteria.some((one) => one.key === key));
  if (inBoth(before, after).join() === inBoth(after, before).join()) return [];
  return [{ kind: 'changed', criterionKey: null, text: 'The criteria are asked in another order.' }];
}

const requirementWords = { off: 'not asked for', optional: 'optional', required: 'required' } as const;

function listAround(before: Rubric, after: Rubric): RubricChange[] {
  const texts: string[] = [];
  if (before.overallKey !== after.overallKey) {
    const name = after.overallKey;
    texts.push(
      name === null
        ? 'No criterion stands for the whole judgment any more.'
        : `“${name}” now stands for the whole judgment.`,
    );
  }
  if (before.justification.ask !== after.justification.ask) {
    texts.push(`A justification is now ${requirementWords[after.justification.ask]}.`);
  }
  const shortest = [before.justification.minCharacters, after.justification.minCharacters];
  if (shortest[0] !== shortest[1]) {
    texts.push(`The shortest justification goes from ${shortest[0]} to ${shortest[1]} characters.`);
  }
  if (before.confidence !== after.confidence) {
    texts.push(`Confidence is now ${requirementWords[after.confidence]}.`);
  }
  const [conflictWas, conflict] = [before.conflict ?? 'off', after.conflict ?? 'off'];
  if (conflictWas !== conflict) {
    texts.push(`Which criteria were in conflict is now ${requirementWords[conflict]}.`);
  }
  const [unsettledWas, unsettled] = [before.unsettled ?? true, after.unsettled ?? true];
  if (unsettledWas !== unsettled) {
    texts.push(`“The rubric does not settle this” is ${unsettled ? 'now' : 'no longer'} an answer.`);
  }
  return texts.map((text) => ({ kind: 'changed', criterionKey: null, text }));
}
