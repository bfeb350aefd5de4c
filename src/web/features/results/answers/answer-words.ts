import type { Answers, PreferenceAnswer, ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { anchorsOf, optionsOf } from '#domain/rubrics/scale-points.ts';
import { message, say } from '#web/messages/say.ts';

/** An answer as a lead reads it: words, and a place on its scale where it has one. */
export interface AnswerWords {
  readonly text: string;
  readonly position: number | null;
}

/** "Response 2" of a response id; the annotators' A and B change from person to person and would mislead here. */
export function responseName(responseId: string, responseIds: readonly string[]): string {
  const index = responseIds.indexOf(responseId);
  return index === -1 ? responseId : say('Response {number}', { number: index + 1 });
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
  if (answer.verdict === 'both_bad') return { text: say('Both bad'), position: null };
  if (answer.verdict === 'tie') return { text: say('Tie'), position: 0 };
  const { strength } = answer;
  const label = scale && anchorLabel(scale, strength);
  const position = answer.responseId === responseIds[0] ? -strength : strength;
  const name = responseName(answer.responseId, responseIds);
  const text =
    label === undefined
      ? say('{name} by {strength}', { name, strength })
      : say('{name} by {strength}, {label}', { name, strength, label });
  return { text, position };
}

/** A rating or choice in words. */
export function describeValue(value: ScaleValue, scale: Scale | undefined): AnswerWords {
  const nameOf = (key: string) =>
    (scale && optionsOf(scale).find((option) => option.key === key))?.label ?? key;
  if (value === null) return { text: say('Not applicable'), position: null };
  if (typeof value === 'string') return { text: nameOf(value), position: null };
  if (typeof value !== 'number')
    return { text: value.map(nameOf).join(', ') || say('None of these'), position: null };
  const label = scale && anchorLabel(scale, value);
  return { text: label === undefined ? String(value) : `${value}, ${label}`, position: value };
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

const confidenceWords = { 1: message('Guessing'), 2: message('Fairly sure'), 3: message('Certain') } as const;

export function describeConfidence(confidence: Answers['confidence']): string | undefined {
  return confidence === undefined ? undefined : say(confidenceWords[confidence]);
}

/** The one answer that stands for the whole judgment, for lists. */
export function describeOverall(answers: Answers): string {
  const key = Object.keys(answers.pair)[0];
  const preference = key === undefined ? undefined : answers.pair[key];
  if (preference?.verdict === 'prefers') {
    return say('Prefers response {number} by {strength}', {
      number: preference.responseId.replace(/^r/, ''),
      strength: preference.strength,
    });
  }
  if (preference !== undefined) return preference.verdict === 'tie' ? say('Tie') : say('Both bad');
  const count =
    Object.values(answers.response).reduce((sum, values) => sum + Object.keys(values).length, 0) +
    Object.keys(answers.task).length;
  return say('{count, plural, one {# rating} other {# ratings}}', { count });
}
