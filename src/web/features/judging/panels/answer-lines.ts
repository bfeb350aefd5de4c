import {
  type Answers,
  ownValue,
  type PreferenceAnswer,
  type RankingAnswer,
} from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';

/** One answer as it can be read and copied. */
export interface AnswerLine {
  readonly label: string;
  readonly text: string;
}

interface Names {
  readonly rubric: Rubric | undefined;
  /** In the order shown: the first is A. */
  readonly responseIds: readonly string[];
}

/** "A" of "r2", where that stood first on this person's screen; parts of responses such as "r2.s3" keep their end. */
function letterOf(id: string, { responseIds }: Names): string {
  const [responseId = id, ...rest] = id.split('.');
  const index = responseIds.indexOf(responseId);
  return index === -1 ? id : [String.fromCodePoint(65 + index), ...rest].join('.');
}

function describePair(answer: PreferenceAnswer, names: Names): string {
  if (answer.verdict === 'tie') return say('Neither is better');
  if (answer.verdict === 'both_bad') return say('Both bad');
  const { responseId, strength } = answer;
  return say('{response} better, strength {strength, number}', {
    response: letterOf(responseId, names),
    strength,
  });
}

function describeRanking(answer: RankingAnswer, names: Names): string {
  if (answer.verdict === 'all_bad') return say('All bad');
  const letter = (id: string | null) => (id === null ? '?' : letterOf(id, names));
  if (answer.verdict === 'best_worst') {
    return say('Best {best}, worst {worst}', { best: letter(answer.best), worst: letter(answer.worst) });
  }
  return answer.groups.map((group) => group.map(letter).join(' = ')).join(' > ');
}

/** Anything else as it is stored: nobody's work may be unreadable for want of words. */
function describeRest(value: unknown, key: string, names: Names): string {
  const criterion = names.rubric?.criteria.find((each) => each.key === key);
  const options = criterion && 'options' in criterion.scale ? criterion.scale.options : [];
  if (typeof value === 'string') return options.find((option) => option.key === value)?.label ?? value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return say('Does not apply');
  if (Array.isArray(value)) {
    return value.length === 0 ? say('None') : value.map((each) => describeRest(each, key, names)).join('; ');
  }
  return Object.entries(value ?? {})
    .map(([name, each]) => `${letterOf(name, names)}: ${describeRest(each, key, names)}`)
    .join(', ');
}

const ownSections = ['pair', 'ranking', 'continuation', 'justification', 'confidence'];

/** Everything that was answered, as lines of words. */
export function listAnswerLines(answers: Answers, names: Names): AnswerLine[] {
  const labelOf = (key: string) => names.rubric?.criteria.find((each) => each.key === key)?.label ?? key;
  const lines = Object.keys(answers.pair).flatMap((key) => {
    const answer = ownValue(answers.pair, key);
    return answer === undefined ? [] : [{ label: labelOf(key), text: describePair(answer, names) }];
  });
  for (const [key, answer] of Object.entries(answers.ranking ?? {})) {
    lines.push({ label: labelOf(key), text: describeRanking(answer, names) });
  }
  for (const [key, { path }] of Object.entries(answers.continuation ?? {})) {
    const text = path.map(({ chosen }) => chosen ?? say('None')).join(' → ');
    lines.push({ label: labelOf(key), text });
  }
  for (const [section, values] of Object.entries(answers)) {
    if (ownSections.includes(section) || typeof values !== 'object') continue;
    for (const [key, value] of Object.entries(values ?? {})) {
      lines.push({ label: labelOf(key), text: describeRest(value, key, names) });
    }
  }
  if (answers.justification) lines.push({ label: say('Why?'), text: answers.justification });
  if (answers.confidence !== undefined)
    lines.push({ label: say('Confidence'), text: say('{level} of 3', { level: answers.confidence }) });
  return lines;
}
