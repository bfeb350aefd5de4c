import type { ItemContent } from '#domain/items/item.ts';

/** A recorded conversation; the second reply forgets what the person said, the third one mends it. */
export const dialogueExample: ItemContent = {
  prompt: [
    { role: 'user', content: 'Can you suggest a dinner for four? One of us eats no gluten.' },
    {
      role: 'assistant',
      content:
        'Gladly. How about baked salmon with roast potatoes and green beans? It needs one tray and about 40 minutes, and nothing in it contains gluten.',
    },
    { role: 'user', content: 'Good. And a dessert that I can make before they come?' },
    {
      role: 'assistant',
      content:
        'A tiramisu is perfect for that: layer sponge fingers, coffee and mascarpone the evening before.',
    },
    { role: 'user', content: 'Sponge fingers are made of wheat, aren’t they?' },
    {
      role: 'assistant',
      content:
        'You are right, and I overlooked it. Take a chocolate mousse instead: eggs, dark chocolate and a little sugar, made in the morning. Check that the chocolate is marked gluten-free.',
    },
  ],
  responses: [],
};
