import type { DialogueLink } from '#domain/items/item-units.ts';
import type { ContinuationAnswer, ContinuationChoice } from '#domain/judging/answers.ts';
import { walkDialogue } from './walk.ts';

/** Every choice that was made, on the way and beside it. */
export function listChoices(answer: ContinuationAnswer | undefined): ContinuationChoice[] {
  return [...(answer?.path ?? []), ...(answer?.aside ?? [])];
}

/**
 * The answer after a reply was chosen at a place. What was chosen on the branch that is left stays beside the way, and
 * is on the way again once somebody goes back to that branch.
 */
export function chooseReply(
  answer: ContinuationAnswer | undefined,
  turns: readonly DialogueLink[],
  choice: ContinuationChoice,
): ContinuationAnswer {
  const others = listChoices(answer).filter(({ at }) => at !== choice.at);
  return asAnswer(turns, [...others, choice]);
}

/** The answer after the choice at a place was taken back; undefined where none is left. */
export function takeBackChoice(
  answer: ContinuationAnswer | undefined,
  turns: readonly DialogueLink[],
  at: string | null,
): ContinuationAnswer | undefined {
  const others = listChoices(answer).filter((choice) => choice.at !== at);
  return others.length === 0 ? undefined : asAnswer(turns, others);
}

function asAnswer(
  turns: readonly DialogueLink[],
  choices: readonly ContinuationChoice[],
): ContinuationAnswer {
  const { choices: path } = walkDialogue(turns, choices);
  const aside = choices.filter((choice) => !path.includes(choice));
  return aside.length === 0 ? { path } : { path, aside };
}
