import type { DialogueLink } from '#domain/items/item-units.ts';
import type { Fork } from './walk.ts';

/** Turns by the turn that they answer, each list in the order of the tree. */
export function groupByParent<Turn extends DialogueLink>(
  turns: readonly Turn[],
): ReadonlyMap<string | null, readonly Turn[]> {
  const groups = new Map<string | null, Turn[]>();
  for (const turn of turns) {
    const group = groups.get(turn.parentId);
    if (group === undefined) groups.set(turn.parentId, [turn]);
    else group.push(turn);
  }
  return groups;
}

/** Every place of a tree that some way leads to, where several replies answer the same turn. */
export function listForks(turns: readonly DialogueLink[]): Fork[] {
  const children = groupByParent(turns);
  const forks: Fork[] = [];
  const visit = (at: string | null) => {
    const replies = children.get(at) ?? [];
    if (replies.length > 1) forks.push({ at, replyIds: replies.map(({ id }) => id) });
    for (const { id } of replies) {
      const question = children.get(id)?.[0];
      if (question !== undefined) visit(question.id);
    }
  };
  visit(null);
  return forks;
}

/** How many places a way can still pass, the one at `from` included. */
export function countForksBelow(turns: readonly DialogueLink[], from: string | null): number {
  const children = groupByParent(turns);
  const count = (at: string | null): number => {
    const replies = children.get(at) ?? [];
    const below = replies.map(({ id }) => {
      const question = children.get(id)?.[0];
      return question === undefined ? 0 : count(question.id);
    });
    return (replies.length > 1 ? 1 : 0) + Math.max(0, ...below);
  };
  return count(from);
}
