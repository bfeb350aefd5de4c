import type { DialogueTurn } from '#domain/items/item.ts';

const turn = (id: string, parentId: string | null, role: DialogueTurn['role']): DialogueTurn => ({
  ...{ id, parentId, role, text: `Text of ${id}` },
});

/**
 * Two replies to the prompt. The first leads by a reply that stands alone to three more; the second has two user turns, of
 * which the first one is followed, and two replies to it.
 */
export const smallDialogue: readonly DialogueTurn[] = [
  turn('d1', null, 'assistant'),
  turn('d2', 'd1', 'user'),
  turn('d3', 'd2', 'assistant'),
  turn('d4', 'd3', 'user'),
  turn('d5', 'd4', 'assistant'),
  turn('d6', 'd4', 'assistant'),
  turn('d7', 'd4', 'assistant'),
  turn('d8', null, 'assistant'),
  turn('d9', 'd8', 'user'),
  turn('d10', 'd9', 'assistant'),
  turn('d11', 'd9', 'assistant'),
  turn('d12', 'd8', 'user'),
  turn('d13', 'd12', 'assistant'),
  turn('d14', 'd12', 'assistant'),
];
