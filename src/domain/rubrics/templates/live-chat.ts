import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'chat',
    label: 'The conversation',
    help: 'Talk with the models side by side. After each turn choose the reply that the conversation should go on from; the other one is kept as the rejected branch.\n\nYou do not know which model is which, and their places change.',
    target: 'task',
    scale: { kind: 'chat', models: 2, perTurn: 'choose', minTurns: 3, maxTurns: 12, attack: null },
    required: true,
  },
  {
    key: 'goal_reached',
    label: 'Did you get what you wanted?',
    help: 'Along the replies that you chose: was what you wanted there in the end?',
    target: 'task',
    scale: {
      kind: 'rating',
      min: 1,
      max: 5,
      anchors: [
        { value: 1, label: 'Not at all', help: 'You would have been better off without it.' },
        { value: 2, label: 'Little', help: 'A hint that you could use, and no more.' },
        { value: 3, label: 'Partly', help: 'Half of it, or all of it with much effort.' },
        { value: 4, label: 'Mostly', help: 'You could go on from here yourself.' },
        { value: 5, label: 'Entirely', help: 'Nothing is left to be wished for.' },
      ],
    },
    required: true,
  },
  {
    key: 'remark',
    label: 'What stood out',
    help: 'Something good or bad that the choices do not show, such as a model that forgot what you had said two turns before.',
    target: 'task',
    scale: { kind: 'text', minCharacters: 0, maxCharacters: 1_000 },
    required: false,
  },
];

const guidelines = `# What this project is about

You have a real conversation with two to four models at once, and choose at each turn which reply it should go on from. Every choice is a pair to
learn from, in the middle of a conversation and not at its start.

## What to talk about

The card names a direction. Fill it with something that you could really want: your town, your work, your shopping list. Do not test the models
with riddles; talk as you would to somebody who is paid to help you.

## How to choose at a turn

1. Which reply would you rather have received, here, after all that was said?
2. Where one is false or forgets what you said, the other one, however dull.
3. Where both are equal, the shorter one.

Wait until all replies have ended before you choose.

## Keep the conversation alive

Ask for more, change a detail, disagree, come back to something from the beginning. A conversation of three polite turns about one topic shows
little. The smallest number of turns is a floor and no aim.

## What you must not write

Your own or other people's names, addresses, numbers, passwords, or texts that are not yours to give. Everything that you write is kept.

## When a reply fails

A reply may break off, take too long or not come at all. Ask for it again with the key shown beside it. What you wrote is never lost.

## The end

Say whether you got what you wanted along the replies that you chose. What stood out helps most where a choice cannot show it.

## When you had enough

Skip the card if nothing comes to mind, and flag a reply that worries you.
`;

/** A live conversation with models side by side; the better reply goes on. */
export const liveChat: TemplateStart = {
  key: 'live_chat',
  purpose: 'talk',
  name: 'Live conversation with models',
  summary:
    'A live conversation with two to four models side by side and blind; at each turn the better reply is chosen and goes on. Fits multi-turn preference training.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
