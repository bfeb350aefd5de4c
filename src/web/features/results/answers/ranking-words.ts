import type { RankingAnswer } from '#domain/judging/answers.ts';
import { ranksOf } from '#domain/judging/pair-signs.ts';
import { say } from '#web/messages/say.ts';
import type { AnswerWords } from './answer-words.ts';

/** What a ranking says of one response: its rank where it has one. Undefined where a draft says nothing of it. */
export function describeRank(answer: RankingAnswer, responseId: string): AnswerWords | undefined {
  if (answer.verdict === 'all_bad') return { text: say('All bad'), position: null };
  if (answer.verdict === 'best_worst') {
    if (answer.best === responseId) return { text: say('Best'), position: null };
    if (answer.worst === responseId) return { text: say('Worst'), position: null };
    return { text: say('Neither best nor worst'), position: null };
  }
  if (answer.unrankable?.includes(responseId)) return { text: say('Cannot be ranked'), position: null };
  const rank = ranksOf(answer.groups).get(responseId);
  if (rank === undefined) return undefined;
  const isTied = answer.groups.some((group) => group.length > 1 && group.includes(responseId));
  return {
    text: isTied ? say('Rank {rank, number}, tied', { rank }) : say('Rank {rank, number}', { rank }),
    position: rank,
  };
}

const numberOf = (responseId: string) => responseId.replace(/^r/, '');

/** A whole ranking on one line, from best to worst: "2 > 1 = 3". */
export function describeRanking(answer: RankingAnswer): string {
  if (answer.verdict === 'all_bad') return say('All bad');
  if (answer.verdict === 'best_worst')
    return say('Best {best}, worst {worst}', {
      best: numberOf(answer.best ?? '–'),
      worst: numberOf(answer.worst ?? '–'),
    });
  return say('Ranks {order}', {
    order: answer.groups.map((group) => group.map(numberOf).join(' = ')).join(' > '),
  });
}
