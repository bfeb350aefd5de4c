import type { DialogueTurn, ItemContent } from '#domain/items/item.ts';

const dialogue: readonly DialogueTurn[] = [
  {
    id: 'd1',
    parentId: null,
    role: 'assistant',
    text: 'Basil from the shop is grown to be eaten, not kept. Most people simply buy a new pot every two weeks, and so could you.',
  },
  {
    id: 'd2',
    parentId: 'd1',
    role: 'user',
    text: 'I would rather learn how to keep one alive.',
  },
  {
    id: 'd3',
    parentId: 'd2',
    role: 'assistant',
    text: 'In that case I would take mint. It forgives nearly everything.',
  },
  {
    id: 'd4',
    parentId: 'd2',
    role: 'assistant',
    text: 'Then begin with the pot itself: it holds far too many plants. Split it into three or four with fresh soil, give them six hours of sun, and water only when the top of the soil is dry.',
  },
  {
    id: 'd5',
    parentId: null,
    role: 'assistant',
    text: 'Most pots from the shop hold twenty seedlings or more, which starve each other. Split the pot into three or four, give each fresh soil and your brightest window, and water only when the top of the soil is dry.\n\nHow much sun does the kitchen get?',
  },
  {
    id: 'd6',
    parentId: 'd5',
    role: 'user',
    text: 'The window faces north. Is that the problem?',
  },
  {
    id: 'd7',
    parentId: 'd6',
    role: 'assistant',
    text: 'No, north is fine for basil, as long as you water it every day.',
  },
  {
    id: 'd8',
    parentId: 'd7',
    role: 'user',
    text: 'I do water it every day, and the leaves turn black.',
  },
  {
    id: 'd9',
    parentId: 'd8',
    role: 'assistant',
    text: 'Black leaves are normal at this age. Pick them off and go on as before.',
  },
  {
    id: 'd10',
    parentId: 'd8',
    role: 'assistant',
    text: 'Then I was wrong about the water: black leaves and a wet pot mean that the roots rot. Let the soil dry, cut the black leaves off, and water again only when the top is dry. It needs more light, too.',
  },
  {
    id: 'd11',
    parentId: 'd6',
    role: 'assistant',
    text: 'It could be the light, the water, the soil, the pot, the air or the season. Plants are complex, and many things play together.',
  },
  {
    id: 'd12',
    parentId: 'd6',
    role: 'assistant',
    text: 'Very likely. Basil wants about six hours of sun a day, and a north window gives it almost none. There are two ways out:\n\n- another window, to the south or the west;\n- a plant lamp, 20 cm above the leaves, for twelve hours a day.',
  },
  {
    id: 'd13',
    parentId: 'd12',
    role: 'user',
    text: 'I have no other window. Which lamp, and does it cost much to run?',
  },
  {
    id: 'd14',
    parentId: 'd13',
    role: 'assistant',
    text: 'An LED of 10 to 20 watts that is sold as a plant lamp or says “full spectrum”. At twelve hours a day 15 watts come to 5.4 kWh a month: less than 2 euros at 35 cents a kilowatt-hour.',
  },
  {
    id: 'd15',
    parentId: 'd13',
    role: 'assistant',
    text: 'Any lamp will do. An ordinary bulb holds all the light that a plant needs, and it costs next to nothing.',
  },
];

/** A recorded dialogue with several replies to each turn; how it goes on depends on the one that is chosen. */
export const continuationExample: ItemContent = {
  prompt: [
    {
      role: 'user',
      content: 'The basil in my kitchen dies after two weeks, every time. What am I doing wrong?',
    },
  ],
  responses: [],
  dialogue,
};
