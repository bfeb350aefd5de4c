import type { Answers } from '#domain/judging/answers.ts';
import {
  type AdjudicationCause,
  type AdjudicationOutcome,
  explainWish,
} from '#domain/review/adjudication.ts';

/** What somebody is about to say of an item. */
export interface Settlement {
  readonly pickedJudgmentId: string | null;
  readonly answers: Answers | null;
  readonly cause: AdjudicationCause | null;
  readonly words: string;
  readonly section: string;
  readonly criterion: string;
  readonly outcomes: readonly AdjudicationOutcome[];
}

export const noSettlement: Settlement = {
  pickedJudgmentId: null,
  answers: null,
  cause: null,
  words: '',
  section: '',
  criterion: '',
  outcomes: [],
};

export type SettlementAct =
  | { readonly kind: 'pick'; readonly judgmentId: string }
  | { readonly kind: 'write'; readonly answers: Answers }
  | { readonly kind: 'cause'; readonly cause: AdjudicationCause }
  | { readonly kind: 'outcome'; readonly outcome: AdjudicationOutcome }
  | {
      readonly kind: 'say';
      readonly words?: string;
      readonly section?: string;
      readonly criterion?: string;
    };

export function reduceSettlement(before: Settlement, act: SettlementAct): Settlement {
  switch (act.kind) {
    case 'pick': {
      const isTakenBack = before.pickedJudgmentId === act.judgmentId;
      return { ...before, pickedJudgmentId: isTakenBack ? null : act.judgmentId, answers: null };
    }
    case 'write':
      return { ...before, pickedJudgmentId: null, answers: act.answers };
    case 'cause': {
      // A bad item goes, unless somebody wants to keep it; no other does.
      const others = before.outcomes.filter((outcome) => outcome !== 'drop');
      return {
        ...before,
        cause: act.cause,
        outcomes:
          act.cause === 'bad_item' ? [...others.filter((outcome) => outcome !== 'gold'), 'drop'] : others,
      };
    }
    case 'outcome': {
      const others = before.outcomes.filter((outcome) => outcome !== act.outcome);
      return {
        ...before,
        outcomes: others.length < before.outcomes.length ? others : [...others, act.outcome],
      };
    }
    case 'say': {
      const { kind: _kind, ...said } = act;
      return { ...before, ...said };
    }
  }
}

/** Whether it can be sent. */
export function isComplete({ pickedJudgmentId, answers, cause, words, outcomes }: Settlement): boolean {
  if (cause === null) return false;
  const hasAnswers = pickedJudgmentId !== null || answers !== null;
  return explainWish({ hasAnswers, cause, words, outcomes }) === null;
}
