import type { DialogueTurn } from '#domain/items/item.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { shuffle } from '#stats/random/shuffle.ts';
import { groupByParent } from './list-forks.ts';

/** A turn as an annotator sees it: without the model's name. */
export type BlindTurn = Omit<DialogueTurn, 'model'>;

/**
 * The tree with the replies of each place in the order to be shown, and without who wrote them. The order is drawn
 * anew for each assignment, which is stored: the same one always shows the same order. User turns keep theirs.
 */
export function inShownOrder(turns: readonly DialogueTurn[], assignmentId: string): BlindTurn[] {
  const children = groupByParent(turns);
  const shown: BlindTurn[] = [];
  const visit = (parentId: string | null) => {
    const group = children.get(parentId) ?? [];
    const isOfReplies = group[0]?.role === 'assistant';
    const random = seededRandom(seedFromText(`${assignmentId}:${parentId ?? ''}`));
    const inOrder = isOfReplies ? shuffle(group, random) : group;
    for (const { id, role, text } of inOrder) shown.push({ id, parentId, role, text });
    for (const { id } of inOrder) visit(id);
  };
  visit(null);
  return shown;
}
