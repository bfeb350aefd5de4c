import type { Answers } from '#domain/judging/answers.ts';
import { say } from '#web/messages/say.ts';
import { describeRanking } from './ranking-words.ts';

const sizes = <Value>(record: Readonly<Record<string, Value>> | undefined, of: (value: Value) => number) =>
  Object.values(record ?? {}).reduce((sum, value) => sum + of(value), 0);
const keys = (value: object) => Object.keys(value).length;
const one = () => 1;

function describePair({ pair }: Answers): string | undefined {
  const preference = Object.values(pair)[0];
  if (preference?.verdict === 'prefers') {
    return say('Prefers response {number} by {strength}', {
      number: preference.responseId.replace(/^r/, ''),
      strength: preference.strength,
    });
  }
  if (preference === undefined) return undefined;
  return preference.verdict === 'tie' ? say('Tie') : say('Both bad');
}

/** How much there is of each kind of answer, as far as there is any. */
function listAmounts(answers: Answers): string[] {
  const amounts: [number, (count: number) => string][] = [
    [sizes(answers.chat, one), (count) => say('{count, plural, one {# chat} other {# chats}}', { count })],
    [
      sizes(answers.continuation, ({ path }) => path.length),
      (count) => say('{count, plural, one {# choice} other {# choices}}', { count }),
    ],
    [sizes(answers.writing, one), (count) => say('{count, plural, one {# text} other {# texts}}', { count })],
    [
      sizes(answers.span, (marks) => marks.length),
      (count) => say('{count, plural, one {# mark} other {# marks}}', { count }),
    ],
    [
      sizes(answers.region, (marks) => marks.length),
      (count) => say('{count, plural, one {# region} other {# regions}}', { count }),
    ],
    [sizes(answers.step, keys), (count) => say('{count, plural, one {# step} other {# steps}}', { count })],
    [sizes(answers.turn, keys), (count) => say('{count, plural, one {# turn} other {# turns}}', { count })],
    [
      sizes(answers.response, keys) + keys(answers.task),
      (count) => say('{count, plural, one {# rating} other {# ratings}}', { count }),
    ],
    [
      sizes(answers.runs, (byResponse) => sizes(byResponse, (runs) => runs.length)),
      (count) => say('{count, plural, one {# run} other {# runs}}', { count }),
    ],
  ];
  return amounts.filter(([count]) => count > 0).map(([count, words]) => words(count));
}

/** What stands for the whole judgment in lists: a choice where there is one, else how much was said. */
export function describeOverall(answers: Answers): string {
  const ranking = Object.values(answers.ranking ?? {})[0];
  const chosen = describePair(answers) ?? (ranking && describeRanking(ranking));
  if (chosen !== undefined) return chosen;
  if (keys(answers.unsettled ?? {}) > 0) return say('The rubric does not settle this');
  const amounts = listAmounts(answers);
  return amounts.length === 0 ? say('Nothing marked or rated') : amounts.slice(0, 3).join(' · ');
}
