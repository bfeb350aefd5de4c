import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'turn_quality',
    label: 'This turn',
    help: 'How good is this reply, given everything that was said before it and nothing that was said after?',
    target: 'turn',
    scale: {
      kind: 'rating',
      min: 1,
      max: 5,
      anchors: [
        { value: 1, label: 'Very poor', help: 'Wrong, harmful, or an answer to something else.' },
        { value: 2, label: 'Poor', help: 'It helps a little and gets something important wrong.' },
        { value: 3, label: 'Fair', help: 'It answers; a part is missing or clumsy.' },
        { value: 4, label: 'Good', help: 'You would change a word or two.' },
        { value: 5, label: 'Very good', help: 'You could not do better at this point of the conversation.' },
      ],
    },
    required: true,
  },
  {
    key: 'turn_problem',
    label: 'What went wrong',
    help: 'Choose all that apply to this turn, or none of them where it is only dull.',
    target: 'turn',
    scale: {
      kind: 'choices',
      atLeast: 0,
      atMost: 5,
      options: [
        { key: 'forgot', label: 'Forgot something', help: 'What was said before is lost or contradicted.' },
        { key: 'misread', label: 'Misunderstood', help: 'It answers another question.' },
        { key: 'false', label: 'False', help: 'Something in it does not hold.' },
        { key: 'manner', label: 'Manner', help: 'Preaching, flattery, padding, a tone that does not fit.' },
        { key: 'harm', label: 'Harm', help: 'Somebody could come to harm by it.' },
      ],
    },
    required: true,
    condition: { criterionKey: 'turn_quality', test: { kind: 'at_most', value: 3 } },
  },
  {
    key: 'goal',
    label: 'Did the person get what they came for?',
    help: 'Look at the conversation as a whole, from its end: what was wanted at the start, and was it there?',
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
    label: 'The whole conversation',
    help: 'All turns together. One bad turn can spoil a conversation, and a bad one that is mended well need not.',
    target: 'task',
    scale: {
      kind: 'rating',
      min: 1,
      max: 5,
      anchors: [
        { value: 1, label: 'Very poor', help: 'Worse than no assistant at all.' },
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

You read a conversation between a person and a model, rate each of the model's turns, and then the whole. Both are needed: a conversation of good
turns can lead nowhere, and one bad turn can be mended.

## Before you rate

Read the conversation once to its end without rating. Then go back to the first turn.

## Rating a turn

Judge it from where it stands: with everything before it, and nothing after it. You know by now that the guess turned out well; the model did not.

- **5**: you could not do better at this point.
- **3**: it answers; a part is missing or clumsy.
- **1**: wrong, harmful, or an answer to something else.

## What went wrong

Asked where you gave 3 or less. *Forgot something* is the error that only conversations have: look back for what the person said about themselves.

## Asking back

A short question is a good turn where the answer depends on it, and a poor one where a sensible guess would do. Two questions in a row are
rarely good.

## Mending

A model that notices its error and says so plainly earns a good turn. It does not raise the turn in which the error was made.

## The whole conversation

Start from what the person wanted. How much of it was there in the end, and how much work was it to get it? It is not the mean of the turns.

## When you cannot judge

Skip a conversation in a field that you do not know, or that is broken off, and say which. Flag one that worries you.
`;

/** Each turn of a recorded conversation, and the whole of it. */
export const dialogueRating: TemplateStart = {
  key: 'dialogue_rating',
  purpose: 'rate',
  name: 'Turns of a recorded conversation',
  summary:
    'Every turn of a recorded conversation is rated, with what went wrong where it is poor, and then the conversation as a whole. Fits multi-turn reward models.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
