import type { Answers, PreferenceAnswer, ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { anchorsOf, optionsOf } from '#domain/rubrics/scale-points.ts';

/** An answer as a lead reads it: words, and a place on its scale where it has one. */
export interface AnswerWords {
  readonly text: string;
  readonly position: number | null;
}

/** "Response 2" of a response id; the annotators' A and B change from person to person and would mislead here. */
export function responseName(responseId: string, responseIds: readonly string[]): string {
  const index = responseIds.indexOf(responseId);
  return index === -1 ? responseId : `Response ${index + 1}`;
}

function anchorLabel(scale: Scale, value: number): string | undefined {
  const label = anchorsOf(scale).find((anchor) => anchor.value === value)?.label;
  return label === '' ? undefined : label;
}

/** A preference in words; on the scale Response 1 lies to the left. */
export function describePreference(
  answer: PreferenceAnswer,
  scale: Scale | undefined,
  responseIds: readonly string[],
): AnswerWords {
  if (answer.verdict === 'both_bad') return { text: 'Both bad', position: null };
  if (answer.verdict === 'tie') return { text: 'Tie', position: 0 };
  const { strength } = answer;
  const label = scale && anchorLabel(scale, strength);
  const degree = label === undefined ? `by ${strength}` : `by ${strength}, ${label.toLowerCase()}`;
  const position = answer.responseId === responseIds[0] ? -strength : strength;
  return { text: `${responseName(answer.responseId, responseIds)} ${degree}`, position };
}

/** A rating or choice in words. */
export function describeValue(value: ScaleValue, scale: Scale | undefined): AnswerWords {
  const nameOf = (key: string) =>
    (scale && optionsOf(scale).find((option) => option.key === key))?.label ?? key;
  if (value === null) return { text: 'Not applicable', position: null };
  if (typeof value === 'string') return { text: nameOf(value), position: null };
  if (typeof value !== 'number')
    return { text: value.map(nameOf).join(', ') || 'None of these', position: null };
  const label = scale && anchorLabel(scale, value);
  return { text: label === undefined ? String(value) : `${value}, ${label.toLowerCase()}`, position: value };
}

/** What an answer to one criterion says; undefined where nothing was answered. */
export function describeCriterion(input: {
  readonly answers: Answers;
  readonly criterion: Criterion;
  readonly responseIds: readonly string[];
  /** Needed where each response is asked about. */
  readonly responseId?: string | undefined;
}): AnswerWords | undefined {
  const { answers, criterion, responseIds, responseId } = input;
  const { key, scale, target } = criterion;
  if (target === 'pair') {
    const answer = Object.hasOwn(answers.pair, key) ? answers.pair[key] : undefined;
    return answer && describePreference(answer, scale, responseIds);
  }
  const from = target === 'task' ? answers.task : answers.response[key];
  const at = target === 'task' ? key : (responseId ?? '');
  const value = from !== undefined && Object.hasOwn(from, at) ? from[at] : undefined;
  return value === undefined ? undefined : describeValue(value, scale);
}

const confidenceWords = { 1: 'Guessing', 2: 'Fairly sure', 3: 'Certain' } as const;

export function describeConfidence(confidence: Answers['confidence']): string | undefined {
  return confidence === undefined ? undefined : confidenceWords[confidence];
}

/** The one answer that stands for the whole judgment, for lists. */
export function describeOverall(answers: Answers): string {
  const key = Object.keys(answers.pair)[0];
  const preference = key === undefined ? undefined : answers.pair[key];
  if (preference?.verdict === 'prefers') {
    return `Prefers response ${preference.responseId.replace(/^r/, '')} by ${preference.strength}`;
  }
  if (preference !== undefined) return preference.verdict === 'tie' ? 'Tie' : 'Both bad';
  const count =
    Object.values(answers.response).reduce((sum, values) => sum + Object.keys(values).length, 0) +
    Object.keys(answers.task).length;
  return count === 1 ? '1 rating' : `${count} ratings`;
}
