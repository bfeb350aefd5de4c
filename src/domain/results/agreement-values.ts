import { type Answers, ownValue, type PreferenceAnswer, type ScaleValue } from '#domain/judging/answers.ts';
import { listPairSigns } from '#domain/judging/pair-signs.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';

export type AgreementMetric = 'ordinal' | 'nominal' | 'interval';

/** What one value is about: an item, a part of it, a pair of its responses, or one option of a choice of several. */
export const agreementUnits = ['item', 'response', 'turn', 'step', 'pair', 'option'] as const;
export type AgreementUnit = (typeof agreementUnits)[number];

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
  return rubric.criteria.filter(isMeasured).map((criterion) => agreementValuesOf(criterion, judgments));
}

/** Choices are names only, numbers lie at distances; everything else that is measured has an order. */
export function metricOf(scale: Scale): AgreementMetric {
  if (scale.kind === 'choice' || scale.kind === 'choices' || scale.kind === 'continuation') return 'nominal';
  return scale.kind === 'number' || scale.kind === 'slider' ? 'interval' : 'ordinal';
}

/** What is counted as one unit of a criterion's agreement. */
export function unitOf({ target, scale }: Pick<Criterion, 'target' | 'scale'>): AgreementUnit {
  if (scale.kind === 'choices') return 'option';
  if (scale.kind === 'continuation') return 'turn';
  if (target === 'ranking') return 'pair';
  return target === 'response' || target === 'turn' || target === 'step' ? target : 'item';
}

const measuredKinds: readonly Scale['kind'][] = [
  'preference',
  'ranking',
  'rating',
  'choice',
  'choices',
  'number',
  'slider',
  'step_label',
  'continuation',
];

/** Whether answers to a criterion can be held against each other: words, marks and conversations cannot, yet. */
export function isMeasured({ scale }: Pick<Criterion, 'scale'>): boolean {
  return measuredKinds.includes(scale.kind);
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
  // Each option of a choice of several is a question of its own, chosen or not: sets have no distance that all agree on.
  const addValue = (unitId: string, value: ScaleValue | undefined) => {
    if (scale.kind !== 'choices') add(unitId, numberOf(value, scale));
    else if (Array.isArray(value))
      for (const option of scale.options) add(`${unitId}/${option.key}`, value.includes(option.key) ? 1 : 0);
  };
  if (target === 'pair') {
    const answer = ownValue(answers.pair, key);
    if (answer === undefined) return;
    if (answer.verdict === 'both_bad') columns.bothBadCount += 1;
    add(itemId, signedPreference(answer, responseIds));
  } else if (target === 'ranking') {
    const answer = ownValue(answers.ranking, key);
    if (answer?.verdict === 'all_bad') columns.bothBadCount += 1;
    if (answer !== undefined)
      for (const [pair, sign] of listPairSigns(answer, responseIds)) add(`${itemId}/${pair}`, sign);
  } else if (scale.kind === 'continuation') {
    for (const { at, chosen } of ownValue(answers.continuation, key)?.path ?? [])
      add(`${itemId}/${at ?? 'start'}`, chosen === null ? 0 : numberOfTurn(chosen));
  } else if (target === 'task') {
    addValue(itemId, ownValue(answers.task, key));
  } else if (target === 'response' || target === 'turn' || target === 'step') {
    const byUnit = ownValue(answers[target], key) ?? {};
    for (const [id, value] of Object.entries(byUnit)) addValue(`${itemId}/${id}`, value);
  }
}

/** A name for a reply that is a number: "d12" is 12, and 0 stands for none of them. */
function numberOfTurn(turnId: string): number {
  return Number(turnId.slice(1));
}

const stepValues: readonly string[] = ['bad', 'neutral', 'good'];

function numberOf(value: ScaleValue | undefined, scale: Scale): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (scale.kind === 'step_label') return indexOrNull(stepValues.indexOf(value));
  if (scale.kind !== 'choice') return null;
  return indexOrNull(scale.options.findIndex((option) => option.key === value));
}

function indexOrNull(index: number): number | null {
  return index === -1 ? null : index;
}

function scaleValuesOf(scale: Scale): number[] {
  switch (scale.kind) {
    case 'choice':
      return scale.options.map((_option, index) => index);
    case 'choices':
      return [0, 1];
    case 'step_label':
      return scale.neutral ? [0, 1, 2] : [0, 2];
    case 'ranking':
      return [-1, 0, 1];
    case 'rating':
      return wholeNumbers(scale.min, scale.max);
    case 'preference':
      return wholeNumbers(-scale.steps, scale.steps).filter((point) => scale.tie || point !== 0);
    default:
      // A line of numbers has too many points to list; those that were used say enough.
      return [];
  }
}

function wholeNumbers(lowest: number, highest: number): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_unused, index) => lowest + index);
}
