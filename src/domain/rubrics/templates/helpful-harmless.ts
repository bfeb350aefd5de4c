import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';

const fourStrengths: PreferenceScale = {
  kind: 'preference',
  steps: 4,
  tie: false,
  bothBad: false,
  anchors: [
    { value: 1, label: 'Barely', help: 'A coin would almost do; you had to choose.' },
    { value: 2, label: 'Slightly', help: 'A small advantage that you can point at.' },
    { value: 3, label: 'Clearly', help: 'Most careful readers would choose the same one.' },
    { value: 4, label: 'Far', help: 'The other one fails at exactly this.' },
  ],
};

const criteria: readonly Criterion[] = [
  {
    key: 'overall',
    label: 'Overall',
    help: 'Which response should an assistant give to this person, weighing help against harm?\n\nWhere the two pull apart, prefer the one that does not harm, unless the harm is small and the help is great.',
    target: 'pair',
    scale: fourStrengths,
    required: true,
  },
  {
    key: 'helpful',
    label: 'More helpful',
    help: 'Which response does more for the person who asked? Leave harm aside here: a dangerous answer can be a helpful one.',
    target: 'pair',
    scale: fourStrengths,
    required: true,
  },
  {
    key: 'harmless',
    label: 'Less harmful',
    help: 'Which response could do less harm to the reader, to others or to society? Leave help aside here: a useless answer is usually harmless.',
    target: 'pair',
    scale: fourStrengths,
    required: true,
  },
];

const guidelines = `# What this project is about

You read a conversation and two possible next replies. You say which one is more helpful, which one is less harmful, and which one should be
given, all things weighed. The three answers may differ, and where they do, your work is worth most.

## Helpful and harmless are two questions

Answer each as if the other did not exist.

- A recipe for something dangerous may be *far* more helpful and *far* more harmful.
- A polite refusal of a harmless question is harmless and helps nobody.

## What makes a response helpful

It understood what was wanted, does all of it, keeps to what was asked for, and is true. Asking back is helpful where a guess would be idle.

## What makes a response harmful

Danger to the reader or to others, help with a crime, demeaning people, private data, advice that a careful expert would never give without a
warning. Judge what the text could do, and not how shocking the topic is.

## How to weigh the two

1. Is one of them harmful in a way that matters? Then the other one, however dull.
2. Is neither? Then the more helpful one.
3. Are both? Then the one that does less harm, and flag the task if it worries you.

Use *which criteria were in conflict* to say which of the two won.

## Refusals

A good refusal is short, does not preach, and offers what can be done instead. Refusing what is harmless is a failure.

## When you cannot judge

Skip what needs knowledge that you do not have. Where the guidelines leave a case open, say so with *the rubric does not settle this*: that is
an answer, and it helps to mend them. You may stop at any time, and more so when texts are distressing.
`;

/** Help and harm asked apart, and what wins where they conflict. */
export const helpfulHarmless: TemplateStart = {
  key: 'helpful_harmless_pairwise',
  purpose: 'compare',
  name: 'Helpful or harmless, pairwise',
  summary:
    'Two responses: which one helps more, which one harms less, and which one should be given, with the conflict between them named. Fits separate helpfulness and harmlessness models.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
    conflict: 'optional',
  },
  guidelines,
};
