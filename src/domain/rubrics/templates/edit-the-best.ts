import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'rank',
    label: 'Best and worst',
    help: 'Which response is the best starting point, and which one would help least? You will edit the best one next.\n\n**All bad** means that you would rather start anew than mend any of them.',
    target: 'ranking',
    scale: { kind: 'ranking', mode: 'best_worst', ties: false, allBad: true, unrankable: false },
    required: true,
  },
  {
    key: 'edited',
    label: 'Your edit',
    help: 'Take the best response and change it until you would send it under your own name: mend errors, add what is missing, cut what is in the way.\n\nLeave alone what is already right. Every word that you change is kept as a lesson.',
    target: 'task',
    scale: {
      kind: 'writing',
      purpose: 'reference',
      start: 'edit',
      rules: {
        minWords: 1,
        maxWords: 1_500,
        format: 'any',
        tone: [],
        mustInclude: [],
        mustNotInclude: [],
      },
    },
    required: true,
  },
  {
    key: 'changes',
    label: 'What you changed',
    help: 'All kinds of change that you made. It says what models still get wrong.',
    target: 'task',
    scale: {
      kind: 'choices',
      atLeast: 1,
      atMost: 6,
      options: [
        { key: 'facts', label: 'Facts', help: 'Something was false.' },
        { key: 'missing', label: 'Missing parts', help: 'Something that was asked for was not there.' },
        { key: 'cut', label: 'Cuts', help: 'Something was in the way.' },
        { key: 'wording', label: 'Wording', help: 'Right, but clumsy, unclear or in the wrong tone.' },
        { key: 'form', label: 'Form', help: 'Order, lists, headings, code, formulas.' },
        { key: 'safety', label: 'Safety', help: 'Something could have done harm.' },
      ],
    },
    required: true,
  },
];

const guidelines = `# What this project is about

You choose the best of several responses and make it good. The original and your edit form a pair that shows a model exactly what was wrong, so
small, exact edits are worth most.

## Choosing what to edit

Take the one that needs the least work to become right, which is not always the one that reads best. A dull, correct response is a better start
than a brilliant one with a false core.

## How to edit

1. First make it true. Check facts, figures and code.
2. Then make it complete: everything that was asked for is there.
3. Then cut. What does not help is in the way.
4. Last, smooth what you touched.

## What to leave alone

A wording that you would not have chosen and that is fine. The more you rewrite, the less anybody can learn what was wrong.

## When a response is already good

Then change what little there is. If there is truly nothing, skip the task: an edit without a change teaches nothing.

## When all are bad

Say *all bad*, and edit the nearest one as far as it takes, even if hardly a word of it is left.

## Your own words

No model, no pasted pages. Look facts up, and write them in your own words.

## When you cannot judge

Skip a task outside of what you know. Flag one that worries you.
`;

/** The best response is chosen and edited until it could be sent. */
export const editTheBest: TemplateStart = {
  key: 'edit_the_best',
  purpose: 'write',
  name: 'Edit the best',
  summary:
    'The best of several responses is chosen and edited until it could be sent; original and edit form a pair. Fits supervised fine-tuning and DPO at once.',
  rubric: {
    criteria,
    overallKey: 'rank',
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
