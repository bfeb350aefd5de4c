import type { Answers, PreferenceAnswer, ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import {
  describePreference,
  describeValue,
  responseName,
} from '#web/features/results/answers/answer-words.ts';

/** One question of a known answer, as a choice from a list. */
export interface GoldField {
  readonly key: string;
  readonly label: string;
  readonly criterion: Criterion;
  readonly responseId: string | undefined;
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
  if (scale.kind === 'choice') return scale.options.map(({ key }) => key);
  if (scale.kind !== 'rating') return [];
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}

function optionsOf({ target, scale }: Criterion, responseIds: readonly string[]): GoldField['options'] {
  if (target === 'pair') {
    return listPreferences(scale, responseIds).map((answer) => ({
      value: JSON.stringify(answer),
      label: describePreference(answer, scale, responseIds).text,
    }));
  }
  return listValues(scale).map((value) => ({
    value: JSON.stringify(value),
    label: describeValue(value, scale).text,
  }));
}

/** The questions that a known answer may answer, in the rubric's order. */
export function listGoldFields(rubric: Rubric, responseIds: readonly string[]): readonly GoldField[] {
  return rubric.criteria.flatMap((criterion): readonly GoldField[] => {
    const options = optionsOf(criterion, responseIds);
    const { key, label } = criterion;
    if (criterion.target !== 'response') return [{ key, label, criterion, responseId: undefined, options }];
    return responseIds.map((responseId) => ({
      key: `${key}/${responseId}`,
      label: `${label}, ${responseName(responseId, responseIds)}`,
      criterion,
      responseId,
      options,
    }));
  });
}

/** What is chosen for a question; empty where nothing is. */
export function readGoldField(answers: Answers, { criterion, responseId }: GoldField): string {
  const { key, target } = criterion;
  const found =
    target === 'pair'
      ? answers.pair[key]
      : target === 'task'
        ? answers.task[key]
        : answers.response[key]?.[responseId ?? ''];
  return found === undefined ? '' : JSON.stringify(found);
}

function put<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value | undefined) {
  const { [key]: _replaced, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** The answers with another choice for one question. */
export function writeGoldField(answers: Answers, field: GoldField, chosen: string): Answers {
  const { key, target } = field.criterion;
  const value = chosen === '' ? undefined : (JSON.parse(chosen) as unknown);
  if (target === 'pair') {
    return { ...answers, pair: put(answers.pair, key, value as PreferenceAnswer | undefined) };
  }
  if (target === 'task') return { ...answers, task: put(answers.task, key, value as ScaleValue | undefined) };
  const values = put(answers.response[key] ?? {}, field.responseId ?? '', value as ScaleValue | undefined);
  const isEmpty = Object.keys(values).length === 0;
  return { ...answers, response: put(answers.response, key, isEmpty ? undefined : values) };
}
