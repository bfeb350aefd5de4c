import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'reference',
    label: 'Your response',
    help: 'Write the response that an excellent assistant would give to the last message.\n\nEverything in it must be true, and it must be your own: no text from a model, none copied from a page.',
    target: 'task',
    scale: {
      kind: 'writing',
      purpose: 'reference',
      start: 'blank',
      rules: {
        minWords: 5,
        maxWords: 400,
        format: 'any',
        tone: ['no_apology'],
        mustInclude: [],
        mustNotInclude: ['As an AI'],
      },
    },
    required: true,
  },
  {
    key: 'prompt_quality',
    label: 'The prompt',
    help: 'How good a prompt was this to answer? It tells the project which prompts to use again.',
    target: 'task',
    scale: {
      kind: 'choice',
      options: [
        { key: 'clear', label: 'Clear', help: 'You knew what was wanted.' },
        { key: 'vague', label: 'Vague', help: 'You had to guess, and wrote for the likeliest reading.' },
        { key: 'unusable', label: 'Unusable', help: 'No good response is possible; better skip it.' },
      ],
    },
    required: false,
  },
];

const guidelines = `# What this project is about

You write the response that a model should have given. It is used as an example to learn from, word by word: what you do well will be copied, and
what you do badly too.

## Before you write

1. Read the whole conversation. What does this person want to be able to do afterwards?
2. Look up what you are not sure of, before and not after.
3. Decide on the one thing that they must take with them. It comes first.

## How to write

- Begin with the answer. Reasons come after it, and only those that are needed.
- Short sentences, plain words, the language of the question.
- Lists where there are several things of one kind; no headings in a short answer.
- Say where something depends on facts that you do not have, and on which.

## What to leave out

"Great question", "As an AI", apologies, a summary of the question, a closing offer of more help, warnings that every adult knows.

## Length

As long as the question calls for, and never longer than it asks. The counter shows where you are; the limits are limits and no aims.

## True

Every name, figure and quotation must hold. A response that is right and dull is good; one that is fine and wrong does damage.

## Your own words

Do not use a model to write, and do not paste from pages: such texts are found and thrown away. Facts may come from anywhere.

## When a request should not be met

Write the refusal that you would like to get: one or two sentences, no lecture, and what can be done instead.

## When you cannot write it

Skip a task outside of what you know. Nothing is lost by it.
`;

/** The response that a model should have given, written from scratch. */
export const referenceWriting: TemplateStart = {
  key: 'reference_writing',
  purpose: 'write',
  name: 'Reference responses',
  summary:
    'Annotators write the response that a model should have given, with rules for length, form and tone checked while they type. Fits supervised fine-tuning.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
