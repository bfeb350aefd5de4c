import { type Answers, ownValue, type PreferenceAnswer, type ScaleValue } from '#domain/judging/answers.ts';
import { type Criterion, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { anchorsOf, optionsOf } from '#domain/rubrics/scale-points.ts';
import { message, say } from '#web/messages/say.ts';
import { describeRank } from './ranking-words.ts';

/** An answer as a lead reads it: words, and a place on its scale where it has one. */
export interface AnswerWords {
  readonly text: string;
  readonly position: number | null;
  /** What was added in words. */
  readonly more?: string;
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
  if (typeof value === 'string')
    return { text: scale?.kind === 'text' ? value : nameOf(value), position: null };
  if (typeof value !== 'number')
    return { text: value.map(nameOf).join(', ') || say('None of these'), position: null };
  const label = scale && anchorLabel(scale, value);
  if (scale?.kind === 'number' && scale.unit !== '')
    return { text: `${value} ${scale.unit}`, position: value };
  return { text: label === undefined ? String(value) : `${value}, ${label}`, position: value };
}

/** That the rubric does not settle a criterion; never a tie, and nowhere on the scale. */
export function describeUnsettled(answers: Answers, key: string): AnswerWords | undefined {
  const said = ownValue(answers.unsettled, key);
  if (said === undefined) return undefined;
  const more = [said.section === '' ? '' : `§ ${said.section}`, said.note].filter((text) => text !== '');
  return { text: say('The rubric does not settle this'), position: null, more: more.join(': ') };
}

interface Asked {
  readonly answers: Answers;
  readonly criterion: Criterion;
  readonly responseIds: readonly string[];
  /** Needed where each response, turn or step is asked about. */
  readonly unitId?: string | undefined;
}

function readValue({ answers, criterion, unitId = '' }: Asked): ScaleValue | undefined {
  const { key, target } = criterion;
  if (target === 'task') return ownValue(answers.task, key);
  if (target === 'response' || target === 'turn' || target === 'step')
    return ownValue(ownValue(answers[target], key), unitId);
  return undefined;
}

/** What an answer to one criterion says; undefined where nothing was answered. */
export function describeCriterion(asked: Asked): AnswerWords | undefined {
  const { answers, criterion, responseIds, unitId = '' } = asked;
  const { key, scale, target } = criterion;
  const unsettled = describeUnsettled(answers, key);
  if (unsettled !== undefined) return unsettled;
  if (target === 'pair') {
    const answer = ownValue(answers.pair, key);
    return answer && describePreference(answer, scale, responseIds);
  }
  if (target === 'ranking') {
    const answer = ownValue(answers.ranking, key);
    return answer && describeRank(answer, unitId);
  }
  const value = readValue(asked);
  return value === undefined ? undefined : describeValue(value, scale);
}

const confidenceWords = { 1: message('Guessing'), 2: message('Fairly sure'), 3: message('Certain') } as const;

export function describeConfidence(confidence: Answers['confidence']): string | undefined {
  return confidence === undefined ? undefined : say(confidenceWords[confidence]);
}

/** Which criteria pulled in different directions and which one decided; undefined where nobody said. */
export function describeConflict({ conflict }: Answers, rubric: Rubric): string | undefined {
  if (conflict === undefined) return undefined;
  const { criterionKeys, wonKey } = conflict;
  const nameOf = (key: string) => findCriterion(rubric, key)?.label ?? key;
  if (criterionKeys.length === 0) return say('None in conflict');
  const criteria = criterionKeys.map(nameOf).join(', ');
  return wonKey === null
    ? say('{criteria}; none won clearly', { criteria })
    : say('{criteria}; {won} won', { criteria, won: nameOf(wonKey) });
}
