import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'way',
    label: 'Which reply goes on?',
    help: 'Choose the reply that you would rather have received here, after all that was said before. The dialogue goes on from it, as it was recorded.\n\n*None* ends the dialogue: use it where every reply would do harm or leads nowhere.',
    target: 'task',
    scale: { kind: 'continuation', mayStop: true },
    required: true,
  },
  {
    key: 'goal_reached',
    label: 'Did the person get what they came for?',
    help: 'Look at the dialogue along the replies that you chose, from its end: what was wanted at the start, and was it there?',
    target: 'task',
    scale: {
      kind: 'choice',
      options: [
        { key: 'yes', label: 'Yes', help: 'They could stop here, content.' },
        { key: 'partly', label: 'Partly', help: 'Some of it, or only after much asking.' },
        { key: 'no', label: 'No', help: 'They would leave, or ask somebody else.' },
      ],
    },
    required: true,
  },
  {
    key: 'overall',
    label: 'The dialogue that you chose',
    help: 'How good is it as a whole, along the replies that you chose? The branches that you left do not count.',
    target: 'task',
    scale: {
      kind: 'rating',
      min: 1,
      max: 5,
      anchors: [
        { value: 1, label: 'Very poor', help: 'Even the best replies made things worse.' },
        { value: 2, label: 'Poor', help: 'More effort than it was worth.' },
        { value: 3, label: 'Fair', help: 'It got there, with detours.' },
        { value: 4, label: 'Good', help: 'Helpful, with a rough place.' },
        { value: 5, label: 'Very good', help: 'Helpful throughout.' },
      ],
    },
    required: true,
  },
];

const guidelines = `# What this project is about

Somebody talked with models, and at many turns several replies were recorded. You go through the dialogue from its beginning and choose at each turn
the reply that it should go on from. Every choice is a pair to learn from, in the middle of a conversation and not at its start.

## How to choose at a turn

1. Read what was said so far, then every reply to its end.
2. A reply that is false, or forgets what the person said, loses to one that does not, however dull that one is.
3. Of two true replies, take the one that brings the person further from here.
4. Where both do the same, take the shorter one.

Letters mean nothing: they are drawn anew for each of you.

## Judge the reply and not what follows

After your choice you see what the person really answered to that reply. Do not go back because the dialogue took an unhappy turn: the reply was
good or bad when it was given. Go back where you notice that you misread it.

## Asking back

A short question is the better reply where the answer depends on it, and the worse one where a sensible guess would do.

## Mending

A reply may admit an error that was made earlier on the way. That is a good reply, even though the error should not have been made.

## When none is good enough

Choose *None* where you would rather say nothing than send any of the replies. The dialogue ends there, and what you chose before still counts. Do not
use it because all of them are plain.

## The whole dialogue

At the end judge the way that you chose, from what the person wanted at the start. Branches that you left do not count.

## When you cannot judge

Skip a dialogue in a field that you do not know, and say which. Flag one that worries you, or in which the turns do not belong together.
`;

/** At each turn of a recorded dialogue the better reply is chosen, and the dialogue goes on from it. */
export const dialogueContinuation: TemplateStart = {
  key: 'dialogue_continuation',
  purpose: 'compare',
  name: 'Dialogue continuation',
  summary:
    'At each turn of a recorded dialogue the better of several replies is chosen and goes on; the whole tree of choices is kept. Fits multi-turn preference training.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
