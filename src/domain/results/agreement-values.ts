import type { Answers, PreferenceAnswer, ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion, CriterionTarget, Rubric, Scale } from '#domain/rubrics/rubric.ts';

export type AgreementMetric = 'ordinal' | 'nominal';

export interface AgreementJudgment {
  readonly itemId: string;
  readonly annotatorId: string;
  /** The item's own order: r1, r2, … */
  readonly responseIds: readonly string[];
  readonly answers: Answers;
}

/** The answers to one criterion as three parallel columns, ready for the agreement statistics. */
export interface AgreementValues {
  readonly criterionKey: string;
  readonly label: string;
  readonly target: CriterionTarget;
  readonly metric: AgreementMetric;
  /** Every value that the scale allows, also those that nobody used. */
  readonly scaleValues: readonly number[];
  /** What was judged: an item, or a response of an item ("item/r1"). */
  readonly unitIds: readonly string[];
  readonly annotatorIds: readonly string[];
  readonly values: readonly number[];
  /** "Both bad" has no place on an ordinal scale, so it is left out of `values` and counted here. */
  readonly bothBadCount: number;
}

/** Turns judgments into numbers for each criterion of a rubric; answers that were not given are left out. */
export function listAgreementValues(
  rubric: Rubric,
  judgments: readonly AgreementJudgment[],
): AgreementValues[] {
  return rubric.criteria.map((criterion) => agreementValuesOf(criterion, judgments));
}

/** Preferences and ratings have an order; choices are names only. */
export function metricOf(scale: Scale): AgreementMetric {
  return scale.kind === 'choice' ? 'nominal' : 'ordinal';
}

/** The signed value of a preference: negative where r1 is better, 0 for a tie, null for "both bad". */
export function signedPreference(answer: PreferenceAnswer, responseIds: readonly string[]): number | null {
  if (answer.verdict === 'tie') return 0;
  if (answer.verdict === 'both_bad') return null;
  return answer.responseId === responseIds[0] ? -answer.strength : answer.strength;
}

function agreementValuesOf(criterion: Criterion, judgments: readonly AgreementJudgment[]): AgreementValues {
  const columns = {
    unitIds: [] as string[],
    annotatorIds: [] as string[],
    values: [] as number[],
    bothBadCount: 0,
  };
  for (const judgment of judgments) addJudgment(columns, criterion, judgment);
  return {
    criterionKey: criterion.key,
    label: criterion.label,
    target: criterion.target,
    metric: metricOf(criterion.scale),
    scaleValues: scaleValuesOf(criterion.scale),
    ...columns,
  };
}

interface Columns {
  readonly unitIds: string[];
  readonly annotatorIds: string[];
  readonly values: number[];
  bothBadCount: number;
}

function addJudgment(columns: Columns, { key, target, scale }: Criterion, judgment: AgreementJudgment): void {
  const { answers, itemId, annotatorId, responseIds } = judgment;
  const add = (unitId: string, value: number | null) => {
    if (value === null) return;
    columns.unitIds.push(unitId);
    columns.annotatorIds.push(annotatorId);
    columns.values.push(value);
  };
  if (target === 'pair') {
    const answer = ownValue(answers.pair, key);
    if (answer === undefined) return;
    if (answer.verdict === 'both_bad') columns.bothBadCount += 1;
    add(itemId, signedPreference(answer, responseIds));
  } else if (target === 'task') {
    add(itemId, numberOf(ownValue(answers.task, key), scale));
  } else {
    const byResponse = ownValue(answers.response, key) ?? {};
    for (const id of responseIds) add(`${itemId}/${id}`, numberOf(ownValue(byResponse, id), scale));
  }
}

function numberOf(value: ScaleValue | undefined, scale: Scale): number | null {
  if (typeof value === 'number') return value;
  if (scale.kind !== 'choice') return null;
  const index = scale.options.findIndex((option) => option.key === value);
  return index === -1 ? null : index;
}

function scaleValuesOf(scale: Scale): number[] {
  if (scale.kind === 'choice') return scale.options.map((_option, index) => index);
  const [lowest, highest] = scale.kind === 'rating' ? [scale.min, scale.max] : [-scale.steps, scale.steps];
  const points = Array.from({ length: highest - lowest + 1 }, (_unused, index) => lowest + index);
  return scale.kind === 'preference' && !scale.tie ? points.filter((point) => point !== 0) : points;
}

/** Own properties only: a criterion may be called "constructor". */
function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
