import type { Place } from '#domain/outcomes/refusal.ts';

/** A named grade that reviewers give to a judgment. */
export interface ReviewGrade {
  readonly key: string;
  readonly label: string;
}

/** A side of a judgment that is graded for itself, such as "reasons" or "followed the guidelines". */
export interface ReviewAspect {
  readonly key: string;
  readonly label: string;
}

/** Whose judgments a project has looked at, and how. Shares run from 0 to 1. */
export interface ReviewPlan {
  readonly isOn: boolean;
  /** Of all judgments. */
  readonly share: number;
  /** The first judgments of each annotator, all of them; 0 for none. */
  readonly newcomers: number;
  readonly people: readonly { readonly personId: string; readonly share: number }[];
  /** Of the judgments that give this criterion a value. */
  readonly criteria: readonly { readonly criterionKey: string; readonly share: number }[];
  readonly risk: ReviewRisk;
  /** Of reviewed judgments, how many a second reviewer sees blind. */
  readonly secondShare: number;
  readonly showsAuthor: boolean;
  /** In the order of their keys; none where judgments are not graded. */
  readonly grades: readonly ReviewGrade[];
  readonly gradesCriteria: boolean;
  /** Each is graded with the same grades as the judgment as a whole. */
  readonly aspects: readonly ReviewAspect[];
}

/** Signs that a judgment is worth a look. */
export interface ReviewRisk {
  readonly differs: boolean;
  readonly fast: boolean;
  readonly flagged: boolean;
  readonly lowConfidence: boolean;
}

export const reviewLimits = {
  newcomers: 1_000,
  people: 200,
  criteria: 40,
  grades: 9,
  aspects: 6,
  labelCharacters: 60,
  wordsCharacters: 4_000,
} as const;

/** Before a lead has said anything: nothing is reviewed. */
export const defaultReviewPlan: ReviewPlan = {
  isOn: false,
  share: 0.1,
  newcomers: 20,
  people: [],
  criteria: [],
  risk: { differs: true, fast: true, flagged: true, lowConfidence: false },
  secondShare: 0.1,
  showsAuthor: false,
  grades: [
    { key: 'correct', label: 'Correct' },
    { key: 'minor', label: 'Minor error' },
    { key: 'major', label: 'Major error' },
  ],
  gradesCriteria: false,
  aspects: [],
};

function twice(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** What of a plan cannot be, in words. */
export function checkReviewPlan(plan: ReviewPlan, criterionKeys: readonly string[]): Place[] {
  const places: Place[] = [];
  const grade = twice(plan.grades.map(({ key }) => key));
  if (grade !== undefined)
    places.push({ path: 'plan.grades', message: `Two grades have the key “${grade}”: give each its own.` });
  const aspect = twice(plan.aspects.map(({ key }) => key));
  if (aspect !== undefined)
    places.push({
      path: 'plan.aspects',
      message: `Two aspects have the key “${aspect}”: give each its own.`,
    });
  if (plan.aspects.length > 0 && plan.grades.length === 0)
    places.push({
      path: 'plan.aspects',
      message: 'Aspects are graded, and there are no grades: add some, or take the aspects out.',
    });
  const person = twice(plan.people.map(({ personId }) => personId));
  if (person !== undefined)
    places.push({ path: 'plan.people', message: 'A person stands twice in the plan: keep one share.' });
  const criterion = twice(plan.criteria.map(({ criterionKey }) => criterionKey));
  if (criterion !== undefined)
    places.push({
      path: 'plan.criteria',
      message: `The criterion “${criterion}” stands twice: keep one share.`,
    });
  for (const { criterionKey } of plan.criteria)
    if (!criterionKeys.includes(criterionKey))
      places.push({
        path: 'plan.criteria',
        message: `The rubric has no criterion “${criterionKey}”: choose one of the rubric in force.`,
      });
  return places;
}
