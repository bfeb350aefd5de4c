import { dialogueLimits } from '#domain/dialogue/dialogue-limits.ts';
import { type DialogueTurn, dialogueIdAt, type MessageRole } from '#domain/items/item.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { type Rejection, reject } from './rejection.ts';

/** A turn as a file gives it. */
export interface RawTurn {
  /** Where it stands in the row, for the message if it is no good. */
  readonly field: string;
  /** Which turn of the list it answers; null where it answers the prompt. */
  readonly parent: number | null;
  readonly text: string;
  /** Where the file says it; else it follows from the place in the tree. */
  readonly role?: MessageRole | undefined;
  readonly model?: string | undefined;
}

/**
 * Makes the tree of an item: numbered from above, and the replies to one turn in an order that follows from their
 * texts alone, since files list the better one first. User turns keep the order of the file.
 */
export function arrangeDialogue(turns: readonly RawTurn[]): DialogueTurn[] | Rejection {
  const children = new Map<number | null, number[]>();
  for (const [index, { parent }] of turns.entries())
    children.set(parent, [...(children.get(parent) ?? []), index]);
  const arranged: DialogueTurn[] = [];
  const reached = new Set<number>();
  const visit = (parent: number | null, above: { id: string | null; depth: number }): Rejection | null => {
    const group = children.get(parent) ?? [];
    const depth = above.depth + 1;
    const role = depth % 2 === 1 ? 'assistant' : 'user';
    const problem = explainGroup(group, { turns, role, depth });
    if (problem !== null) return problem;
    for (const index of role === 'assistant' ? inNeutralOrder(group, turns) : group) {
      const { text, model } = turns[index] ?? { text: '' };
      const id = dialogueIdAt(arranged.length);
      arranged.push({ id, parentId: above.id, role, text, ...(model !== undefined && { model }) });
      reached.add(index);
      const below = visit(index, { id, depth });
      if (below !== null) return below;
    }
    return null;
  };
  const problem = visit(null, { id: null, depth: 0 });
  if (problem !== null) return problem;
  const lost = turns.findIndex((_turn, index) => !reached.has(index));
  if (lost === -1) return arranged;
  const message =
    'This turn answers itself by way of others, so it hangs on no prompt. Correct its "parent".';
  return reject(`${turns[lost]?.field}.parent`, 'broken_tree', message);
}

function inNeutralOrder(group: readonly number[], turns: readonly RawTurn[]): number[] {
  const keyed = group.map((index) => ({ index, key: seedFromText(turns[index]?.text ?? '') }));
  return keyed.toSorted((one, other) => one.key - other.key).map(({ index }) => index);
}

function explainGroup(
  group: readonly number[],
  at: { turns: readonly RawTurn[]; role: 'user' | 'assistant'; depth: number },
): Rejection | null {
  const { role, depth } = at;
  const siblings = group.flatMap((index) => at.turns[index] ?? []);
  const [first] = siblings;
  if (first === undefined) return null;
  if (depth > dialogueLimits.depth) {
    const message = `A dialogue goes at most ${dialogueLimits.depth} turns deep. Cut it before this one.`;
    return reject(first.field, 'broken_tree', message);
  }
  const tooMany = siblings[dialogueLimits.alternatives];
  if (tooMany !== undefined) {
    const message = `At most ${dialogueLimits.alternatives} turns may stand at one place; here are ${siblings.length}. Leave some out.`;
    return reject(tooMany.field, 'broken_tree', message);
  }
  const stranger = siblings.find((turn) => turn.role !== undefined && turn.role !== role);
  if (stranger !== undefined) {
    const message =
      role === 'assistant'
        ? 'What answers the prompt or a user turn must be the assistant’s. Move or rename this turn.'
        : 'What answers the assistant must be a user turn. Move or rename this turn.';
    return reject(`${stranger.field}.role`, 'broken_tree', message);
  }
  const texts = siblings.map(({ text }) => text);
  const double = siblings.find(({ text }, index) => texts.indexOf(text) < index);
  if (double === undefined) return null;
  const message =
    'Another turn at the same place has the same text, so there is nothing to choose between them.';
  return reject(`${double.field}.text`, 'identical_responses', message);
}
