import {
  type Answers,
  ownValue,
  type PreferenceAnswer,
  type RankingAnswer,
  type ScaleValue,
} from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';

/** One answer to a criterion, of the unit that it is about; null where it is asked once. */
export type UnitAnswer =
  | { readonly kind: 'preference'; readonly unitId: null; readonly answer: PreferenceAnswer }
  | { readonly kind: 'ranking'; readonly unitId: null; readonly answer: RankingAnswer }
  | { readonly kind: 'value'; readonly unitId: string | null; readonly answer: ScaleValue };

/** The answers that some answers hold for a criterion, one for each unit. */
export function expectationsOf(answers: Answers, { key, target }: Criterion): UnitAnswer[] {
  switch (target) {
    case 'pair': {
      const answer = ownValue(answers.pair, key);
      return answer === undefined ? [] : [{ kind: 'preference', unitId: null, answer }];
    }
    case 'ranking': {
      const answer = ownValue(answers.ranking, key);
      return answer === undefined ? [] : [{ kind: 'ranking', unitId: null, answer }];
    }
    case 'task': {
      const answer = ownValue(answers.task, key);
      return answer === undefined ? [] : [{ kind: 'value', unitId: null, answer }];
    }
    case 'response':
    case 'turn':
    case 'step':
      return Object.entries(ownValue(answers[target], key) ?? {}).map(([unitId, answer]) => ({
        kind: 'value',
        unitId,
        answer,
      }));
    default:
      return [];
  }
}
