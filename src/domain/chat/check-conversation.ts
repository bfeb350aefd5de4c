import type { Place } from '#domain/outcomes/refusal.ts';
import { activePath, continuationOf, countingReplies, isUsable } from './active-path.ts';
import type { ChatScale } from './chat-scale.ts';
import type { ChatRound, ChatTree } from './conversation.ts';

/** Lists what a conversation still lacks before it can be submitted; paths are "turns.<number>". */
export function checkConversation(tree: ChatTree, scale: ChatScale): Place[] {
  const rounds = activePath(tree);
  const places = rounds.flatMap((round, index) => checkRound({ round, scale, number: index + 1 }));
  if (rounds.length < scale.minTurns) {
    const message = `The conversation has ${rounds.length} of at least ${scale.minTurns} turns: go on.`;
    places.push({ path: 'turns', message });
  }
  if (rounds.length > scale.maxTurns) {
    const message = `The conversation has ${rounds.length} turns; at most ${scale.maxTurns} are asked for.`;
    places.push({ path: 'turns', message });
  }
  return places;
}

function checkRound({
  round,
  scale,
  number,
}: {
  round: ChatRound;
  scale: ChatScale;
  number: number;
}): Place[] {
  const path = `turns.${number}`;
  const usable = countingReplies(round).filter(isUsable);
  if (round.replies.some((reply) => reply.state === 'streaming')) {
    return [{ path, message: `Turn ${number}: a model is still answering. Wait for it, or stop it.` }];
  }
  if (usable.length === 0)
    return [{ path, message: `Turn ${number}: no model has answered. Try again there.` }];
  const places: Place[] = [];
  if (scale.perTurn === 'choose' && usable.length > 1 && !usable.some((reply) => reply.chosen)) {
    places.push({ path, message: `Turn ${number}: choose the better reply.` });
  }
  if (scale.perTurn === 'rate' && usable.some((reply) => reply.rating === null)) {
    places.push({ path, message: `Turn ${number}: rate each reply.` });
  }
  if (scale.attack !== null && usable.some((reply) => (reply.outcome?.success ?? null) === null)) {
    places.push({ path, message: `Turn ${number}: say how far the attack got with each reply.` });
  }
  return places;
}

/** The words of one conversation as it went on: what a model would be trained on. */
export function transcriptOf(tree: ChatTree): { role: 'user' | 'assistant'; content: string }[] {
  return activePath(tree).flatMap((round, index, rounds) => {
    const answered = rounds[index + 1]?.user.parentId;
    const reply = round.replies.find((each) => each.id === answered) ?? continuationOf(round);
    const said = { role: 'user' as const, content: round.user.text };
    return reply === undefined ? [said] : [said, { role: 'assistant' as const, content: reply.text }];
  });
}
