import type { DialogueLink } from '#domain/items/item-units.ts';
import type { ContinuationChoice } from '#domain/judging/answers.ts';

/** A place where several replies answer the same turn, so that one of them is to be chosen. */
export interface Fork {
  /** The user's turn that is answered; null for the end of the prompt. */
  readonly at: string | null;
  /** In the order of the tree. */
  readonly replyIds: readonly string[];
}

/** The way through a tree that choices lead along. */
export interface Walk<Turn extends DialogueLink = DialogueLink> {
  /** The turns gone through, in order. */
  readonly turns: readonly Turn[];
  /** The places passed, in order, and at the end the one that still waits for a choice. */
  readonly forks: readonly Fork[];
  /** One for each place passed, in order. */
  readonly choices: readonly ContinuationChoice[];
  /** The place that waits for a choice; null where the way is at its end. */
  readonly open: Fork | null;
}

/**
 * Goes from the end of the prompt along the choices. A reply that stands alone follows by itself; of several user turns
 * after a reply the first one that was recorded follows. The order of the choices says nothing: each names its place.
 */
export function walkDialogue<Turn extends DialogueLink>(
  turns: readonly Turn[],
  choices: readonly ContinuationChoice[],
): Walk<Turn> {
  const known = new Map(choices.map((choice) => [choice.at, choice]));
  const walk = { turns: [] as Turn[], forks: [] as Fork[], choices: [] as ContinuationChoice[], open: null };
  let at: string | null = null;
  for (;;) {
    const replies: readonly Turn[] = turns.filter(({ parentId }) => parentId === at);
    let [reply] = replies;
    if (replies.length > 1) {
      const fork: Fork = { at, replyIds: replies.map(({ id }) => id) };
      walk.forks.push(fork);
      const choice = known.get(at);
      reply = replies.find(({ id }) => id === choice?.chosen);
      if (choice === undefined || (reply === undefined && choice.chosen !== null))
        return { ...walk, open: fork };
      walk.choices.push(choice);
    }
    if (reply === undefined) return walk;
    walk.turns.push(reply);
    const replyId: string = reply.id;
    const question: Turn | undefined = turns.find(({ parentId }) => parentId === replyId);
    if (question === undefined) return walk;
    walk.turns.push(question);
    at = question.id;
  }
}
