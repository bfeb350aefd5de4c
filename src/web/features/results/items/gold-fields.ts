import { listSteps } from '#domain/items/list-steps.ts';
import {
  type Answers,
  ownValue,
  type PreferenceAnswer,
  type RankingAnswer,
  type ScaleValue,
} from '#domain/judging/answers.ts';
import { ranksOf } from '#domain/judging/pair-signs.ts';
import { hasKnownAnswer } from '#domain/results/known-criteria.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { optionsOf as scaleOptionsOf } from '#domain/rubrics/scale-points.ts';
import { describePreference, describeValue } from '#web/features/results/answers/answer-words.ts';
import type { ShownItem } from '#web/features/results/answers/shown-item.ts';
import { nameUnit } from '#web/features/results/answers/unit-names.ts';
import { say } from '#web/messages/say.ts';

/** One question of a known answer, as a choice from a list. */
export interface GoldField {
  readonly key: string;
  readonly label: string;
  readonly criterion: Criterion;
  /** The response or step asked about, where each is. */
  readonly unitId: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function listPreferences(scale: Scale, responseIds: readonly string[]): PreferenceAnswer[] {
  if (scale.kind !== 'preference') return [];
  const strengths = Array.from({ length: scale.steps }, (_, index) => index + 1);
  const [first, second] = responseIds;
  const side = (responseId: string | undefined, order: readonly number[]): PreferenceAnswer[] =>
    responseId === undefined ? [] : order.map((strength) => ({ verdict: 'prefers', responseId, strength }));
  return [
    ...side(first, strengths.toReversed()),
    ...(scale.tie ? [{ verdict: 'tie' } as const] : []),
    ...side(second, strengths),
    ...(scale.bothBad ? [{ verdict: 'both_bad' } as const] : []),
  ];
}

function listValues(scale: Scale): ScaleValue[] {
  if (scale.kind === 'rating')
    return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  return scaleOptionsOf(scale).map(({ key }) => key);
}

function optionsOf({ target, scale }: Criterion, responseIds: readonly string[]): GoldField['options'] {
  if (target === 'pair') {
    return listPreferences(scale, responseIds).map((answer) => ({
      value: JSON.stringify(answer),
      label: describePreference(answer, scale, responseIds).text,
    }));
  }
  if (target === 'ranking')
    return responseIds.map((_id, index) => ({
      value: String(index + 1),
      label: say('Rank {rank, number}', { rank: index + 1 }),
    }));
  return listValues(scale).map((value) => ({
    value: JSON.stringify(value),
    label: describeValue(value, scale).text,
  }));
}

function unitIdsOf({ target }: Criterion, { responses }: ShownItem): readonly string[] | undefined {
  if (target === 'response' || target === 'ranking') return responses.map(({ id }) => id);
  return target === 'step' ? responses.flatMap((each) => listSteps(each).map(({ id }) => id)) : undefined;
}

/** Best–worst has no ranks to choose; a judgment can be taken over. */
function canBeChosen(criterion: Criterion): boolean {
  const { scale } = criterion;
  return hasKnownAnswer(criterion) && !(scale.kind === 'ranking' && scale.mode !== 'full');
}

/** The questions that a known answer may answer, in the rubric's order. */
export function listGoldFields(rubric: Rubric, item: ShownItem): readonly GoldField[] {
  const responseIds = item.responses.map(({ id }) => id);
  return rubric.criteria.filter(canBeChosen).flatMap((criterion): readonly GoldField[] => {
    const options = optionsOf(criterion, responseIds);
    const { key, label } = criterion;
    const unitIds = unitIdsOf(criterion, item);
    if (unitIds === undefined) return [{ key, label, criterion, unitId: undefined, options }];
    return unitIds.map((unitId) => ({
      key: `${key}/${unitId}`,
      label: `${label}, ${nameUnit(unitId)}`,
      criterion,
      unitId,
      options,
    }));
  });
}

/** The questions that can only be taken over with a judgment, by label. */
export function listOtherCriteria(rubric: Rubric): readonly string[] {
  return rubric.criteria.filter((criterion) => !canBeChosen(criterion)).map(({ label }) => label);
}

const rankIn = (answer: RankingAnswer | undefined, unitId: string) =>
  answer?.verdict === 'ranked' ? ranksOf(answer.groups).get(unitId) : undefined;

/** What is chosen for a question; empty where nothing is. */
export function readGoldField(answers: Answers, { criterion, unitId = '' }: GoldField): string {
  const { key, target } = criterion;
  if (target === 'ranking') return String(rankIn(ownValue(answers.ranking, key), unitId) ?? '');
  const found =
    target === 'pair'
      ? ownValue(answers.pair, key)
      : target === 'task'
        ? ownValue(answers.task, key)
        : ownValue(ownValue(target === 'step' ? answers.step : answers.response, key), unitId);
  return found === undefined ? '' : JSON.stringify(found);
}
