import type { Condition } from './condition.ts';
import type { Requirement } from './requirement.ts';
import type { Scale } from './scale.ts';
import type { CriterionTarget } from './target.ts';

/** One axis of a rubric. */
export interface Criterion {
  /** Stable name in data and exports, snake_case. */
  readonly key: string;
  readonly label: string;
  /** Markdown shown beside the control when asked. */
  readonly help: string;
  readonly target: CriterionTarget;
  readonly scale: Scale;
  readonly required: boolean;
  /** "Not applicable" is an answer too; only for scales with a value. */
  readonly allowNotApplicable?: boolean | undefined;
  /** Asked only where an earlier criterion has a certain answer. */
  readonly condition?: Condition | undefined;
}

/** Everything that an annotator is asked about one item. Immutable once published as a version. */
export interface Rubric {
  readonly criteria: readonly Criterion[];
  /** The pair or ranking criterion that stands for the whole judgment in exports; null where none does. */
  readonly overallKey: string | null;
  readonly justification: { readonly ask: Requirement; readonly minCharacters: number };
  readonly confidence: Requirement;
  /** Asks which criteria were in conflict, and which one won; left out means off. */
  readonly conflict?: Requirement | undefined;
  /** "The rubric does not settle this" may be said instead of an answer; left out means yes. */
  readonly unsettled?: boolean | undefined;
}

/** Lists the criteria asked about one target, in rubric order. */
export function criteriaOf(rubric: Rubric, target: CriterionTarget): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.target === target);
}

export function findCriterion(rubric: Rubric, key: string): Criterion | undefined {
  return rubric.criteria.find((criterion) => criterion.key === key);
}

/** True where some criterion compares two responses, so that every item must have exactly two. */
export function comparesPairs(rubric: Rubric): boolean {
  return rubric.criteria.some((criterion) => criterion.target === 'pair');
}

/** True where a criterion asks about turns, steps, passages, media or a dialogue, so that checking needs the item's shape. */
export function asksOfParts(rubric: Rubric): boolean {
  return rubric.criteria.some(
    ({ target, scale }) =>
      target === 'turn' ||
      target === 'step' ||
      target === 'span' ||
      target === 'region' ||
      scale.kind === 'writing' ||
      scale.kind === 'continuation',
  );
}

export const rubricLimits = {
  criteria: 40,
  steps: 4,
  ratingPoints: 11,
  options: 40,
  labelCharacters: 120,
  helpCharacters: 8_000,
  textCharacters: 20_000,
  phrases: 30,
  phraseCharacters: 200,
} as const;
