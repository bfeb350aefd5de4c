/** What a criterion is asked about. */
export const criterionTargets = ['pair', 'response', 'task'] as const;
export type CriterionTarget = (typeof criterionTargets)[number];

export interface ScaleAnchor {
  /** Rating value, or preference strength (1 = weakest; 0 names the tie). */
  readonly value: number;
  readonly label: string;
  readonly help?: string | undefined;
}

/** Which of two responses is better, and by how many steps. Asked of a pair. */
export interface PreferenceScale {
  readonly kind: 'preference';
  /** Strengths a side: 3 with a tie is the "7-point" scale, 4 without a tie the "8-point" one. */
  readonly steps: number;
  readonly tie: boolean;
  readonly bothBad: boolean;
  readonly anchors: readonly ScaleAnchor[];
}

/** An integer from `min` to `max`. Asked of each response or of the whole task. */
export interface RatingScale {
  readonly kind: 'rating';
  readonly min: number;
  readonly max: number;
  readonly anchors: readonly ScaleAnchor[];
}

export interface ChoiceOption {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** One of named options. Asked of each response or of the whole task. */
export interface ChoiceScale {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
}

export type Scale = PreferenceScale | RatingScale | ChoiceScale;

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
}

export const requirements = ['off', 'optional', 'required'] as const;
export type Requirement = (typeof requirements)[number];

/** Everything that an annotator is asked about one item. Immutable once published as a version. */
export interface Rubric {
  readonly criteria: readonly Criterion[];
  /** The pair criterion that stands for the whole judgment in exports; null where no pair is compared. */
  readonly overallKey: string | null;
  readonly justification: { readonly ask: Requirement; readonly minCharacters: number };
  readonly confidence: Requirement;
}

/** Lists the criteria asked about one target, in rubric order. */
export function criteriaOf(rubric: Rubric, target: CriterionTarget): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.target === target);
}

/** True where some criterion compares two responses, so that every item must have exactly two. */
export function comparesPairs(rubric: Rubric): boolean {
  return rubric.criteria.some((criterion) => criterion.target === 'pair');
}

export const rubricLimits = {
  criteria: 40,
  steps: 4,
  ratingPoints: 11,
  options: 20,
  labelCharacters: 120,
  helpCharacters: 8_000,
} as const;
