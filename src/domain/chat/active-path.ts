import type { ChatRound, ChatTree, ChatTurn, ModelTurn, UserTurn } from './conversation.ts';

/** The rounds from the beginning to where the conversation stands. */
export function activePath({ turns, headId }: ChatTree): ChatRound[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const rounds: ChatRound[] = [];
  let next = headId;
  while (next !== null) {
    const user = byId.get(next);
    // A tree that does not hold together ends here rather than going round for ever.
    if (user?.kind !== 'user' || rounds.length > turns.length) break;
    rounds.push({ user, replies: repliesTo(turns, user.id) });
    const answered = user.parentId === null ? undefined : byId.get(user.parentId);
    next = answered?.parentId ?? null;
  }
  return rounds.reverse();
}

/** What the models answered to one turn of the person. */
export function repliesTo(turns: readonly ChatTurn[], userTurnId: string): ModelTurn[] {
  return turns
    .filter((turn): turn is ModelTurn => turn.kind === 'model' && turn.parentId === userTurnId)
    .sort((one, other) => (one.slot < other.slot ? -1 : one.slot > other.slot ? 1 : 0));
}

/** The other ways in which the person went on at the same place, this one included, oldest first. */
export function branchesAt(turns: readonly ChatTurn[], user: UserTurn): UserTurn[] {
  return turns.filter((turn): turn is UserTurn => turn.kind === 'user' && turn.parentId === user.parentId);
}

/** Where the conversation stands when it is followed from a turn of the person to the newest end. */
export function newestEnd(turns: readonly ChatTurn[], userTurnId: string): string {
  let end = userTurnId;
  for (let step = 0; step < turns.length; step += 1) {
    const replies = new Set(repliesTo(turns, end).map((reply) => reply.id));
    const next = turns.findLast(
      (turn) => turn.kind === 'user' && turn.parentId !== null && replies.has(turn.parentId),
    );
    if (next === undefined) return end;
    end = next.id;
  }
  return end;
}

/** True where a reply can be gone on from: it is finished and says something. */
export function isUsable(reply: ModelTurn): boolean {
  return (reply.state === 'complete' || reply.state === 'stopped') && reply.text.trim() !== '';
}

/**
 * The one reply of each model that counts: of several (regenerated, edited) the one that is being written, else the
 * chosen one, else the newest that can be gone on from, else the newest.
 */
export function countingReplies({ replies }: ChatRound): ModelTurn[] {
  const slots = [...new Set(replies.map((reply) => reply.slot))];
  return slots.flatMap((slot) => {
    const own = replies.filter((reply) => reply.slot === slot);
    const counting =
      own.findLast((reply) => reply.state === 'streaming') ??
      own.find((reply) => reply.chosen) ??
      own.findLast(isUsable) ??
      own.at(-1);
    return counting === undefined ? [] : [counting];
  });
}

/**
 * The reply of a round from which the conversation goes on: the chosen one, else the only one, else the one rated
 * highest. Undefined where the person has to say.
 */
export function continuationOf(round: ChatRound): ModelTurn | undefined {
  const usable = countingReplies(round).filter(isUsable);
  const chosen = usable.find((reply) => reply.chosen);
  if (chosen !== undefined || usable.length <= 1) return chosen ?? usable[0];
  const best = Math.max(...usable.map((reply) => reply.rating ?? 0));
  const top = usable.filter((reply) => reply.rating === best);
  return usable.every((reply) => reply.rating !== null) && top.length === 1 ? top[0] : undefined;
}

/** Where the conversation stands once a reply is chosen: after what was said to it before, or right at it. */
export function headAfterChoice(turns: readonly ChatTurn[], reply: ModelTurn): string | null {
  const said = turns.findLast((turn) => turn.kind === 'user' && turn.parentId === reply.id);
  return said === undefined ? reply.parentId : newestEnd(turns, said.id);
}
