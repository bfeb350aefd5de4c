import type { ItemContent } from '#domain/items/item.ts';

/** Two pictures for one wish. The files themselves are left out: a real task holds them. */
export const imageExample: ItemContent = {
  prompt: [
    { role: 'user', content: 'A red bicycle leaning on a yellow wall, early morning light, no people.' },
  ],
  responses: [
    {
      id: 'r1',
      text: '(Here stands an image: a red bicycle at a yellow wall; its front wheel has no spokes.)',
    },
    {
      id: 'r2',
      text: '(Here stands an image: a red bicycle at a yellow wall; a person walks past behind it.)',
    },
  ],
};

/** Two readings of one sentence. The files themselves are left out: a real task holds them. */
export const audioExample: ItemContent = {
  prompt: [
    {
      role: 'user',
      content: 'Read aloud, friendly and calm: “The train to Sofia leaves at 9:40 from platform 2.”',
    },
  ],
  responses: [
    { id: 'r1', text: '(Here stands a recording: clear, but “9:40” is read as “nine four zero”.)' },
    { id: 'r2', text: '(Here stands a recording: natural, with a click after “platform”.)' },
  ],
};

/** Two films for one wish. The files themselves are left out: a real task holds them. */
export const videoExample: ItemContent = {
  prompt: [{ role: 'user', content: 'A cat jumps from a chair onto a table, in one take, camera still.' }],
  responses: [
    { id: 'r1', text: '(Here stands a film: the cat’s legs merge for a moment while it jumps.)' },
    { id: 'r2', text: '(Here stands a film: the jump looks right, but the camera drifts to the left.)' },
  ],
};
