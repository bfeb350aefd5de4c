import { taskRecord } from '#domain/imports/task-record.ts';
import { exampleItems } from '#domain/rubrics/examples/example-items.ts';
import { asked, type TemplateCase } from './template-case.ts';

const textOf = (start: string) =>
  exampleItems.dialogue_continuation.dialogue?.find(({ text }) => text.startsWith(start))?.text ?? '?';
const basilPairs = [
  ['Most pots', 'Basil from'],
  ['Very likely', 'No, north'],
  ['Very likely', 'It could be'],
  ['An LED', 'Any lamp'],
].map((pair) => pair.map(textOf).join(' > '));

const tuck = 'Tuck one corner into the other, lay it flat, and fold the sides in.';
const roll = 'Roll it up.';
const sheetPair = `${tuck} > ${roll}`;

const sheet = [
  {
    text: tuck,
    replies: [
      {
        text: 'Which corner goes where?',
        replies: [{ text: 'Any into any.' }, { text: 'You will see.' }],
      },
    ],
  },
  {
    text: roll,
    replies: [
      { text: 'It looks like a ball.', replies: [{ text: 'Sorry about that.' }, { text: 'So does mine.' }] },
    ],
  },
];

const pairRows = (pairs: readonly string[]) => ({
  'trl-preference': pairs,
  'trl-reward': pairs.map((pair) => `${pair} by 1`),
  'openai-dpo': pairs,
});

export const dialogueContinuation: TemplateCase = {
  key: 'dialogue_continuation',
  tasks: [
    {
      row: taskRecord(exampleItems.dialogue_continuation, 'basil'),
      sign: 'The basil in my kitchen',
      keys: ['choose:Most pots', 'choose:Very likely', 'choose:An LED', 'see:ends here', '1', '5'],
      answers: ['way: Most pots > Very likely. > An LED', 'goal_reached: yes', 'overall: 5'],
      rows: pairRows(basilPairs),
    },
    {
      row: { prompt: asked('How do I fold a fitted sheet?'), dialogue: sheet },
      sign: 'fitted sheet',
      keys: [
        // To the end, and back to the beginning, where another branch is taken; the first one stays beside it.
        ...['choose:Roll it', 'choose:Sorry', 'see:ends here', 'K', 'Backspace', 'see:So does mine'],
        ...['Backspace', 'choose:Tuck one', 'Enter', 'see:You will see', '0', 'see:You ended', '2', '3'],
      ],
      answers: ['way: Tuck one > none, left Sorry about', 'goal_reached: partly', 'overall: 3'],
      rows: pairRows([sheetPair]),
    },
  ],
};
