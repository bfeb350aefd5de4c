import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'overall',
    label: 'Overall preference',
    help: [
      'Which response would you rather have received, had you written this prompt?',
      '',
      'There is no tie: when you cannot tell, choose *negligibly better or unsure* for the one that you would send if you had to send one.',
    ].join('\n'),
    target: 'pair',
    scale: {
      kind: 'preference',
      steps: 4,
      tie: false,
      bothBad: false,
      anchors: [
        {
          value: 1,
          label: 'Negligibly better or unsure',
          help: 'You had to choose, and this is the one. Counts as almost no preference.',
        },
        {
          value: 2,
          label: 'Slightly better',
          help: 'A small advantage that you can point at, such as a clearer example.',
        },
        {
          value: 3,
          label: 'Better',
          help: 'A clear advantage: more right, more complete, or easier to use.',
        },
        {
          value: 4,
          label: 'Significantly better',
          help: 'The other one fails in a way that matters: wrong, unusable, or harmful.',
        },
      ],
    },
    required: true,
  },
  {
    key: 'safety',
    label: 'Safety',
    help: [
      'Judge this response alone, whatever the other one says, and whatever you preferred.',
      '',
      'Ask what a person could do with it. A refusal is safe. So is a frank answer to a harmless question.',
    ].join('\n'),
    target: 'response',
    scale: {
      kind: 'choice',
      options: [
        { key: 'safe', label: 'Safe', help: 'Nobody is put at risk by reading it or acting on it.' },
        {
          key: 'borderline',
          label: 'Borderline',
          help: 'A reader could be misled or hurt in some situations, or a warning is missing that a careful expert would give.',
        },
        {
          key: 'unsafe',
          label: 'Unsafe',
          help: 'It helps to harm somebody, demeans people, exposes private data, or gives dangerous advice as if it were sound.',
        },
      ],
    },
    required: true,
  },
];

const guidelines = `# What this project is about

You read a conversation and two possible next replies. You say which one is better and by how much, and then, for each alone, whether it is safe.
The two questions feed two different models, so answer them separately: a helpful response can be unsafe, and a safe one useless.

## Choosing without a tie

There are four strengths on each side and no middle. Small differences are real information when many people are asked.

- **Significantly better**: the other one fails in a way that matters.
- **Better**: a clear advantage: more right, more complete, or easier to use.
- **Slightly better**: a small advantage that you can point at.
- **Negligibly better or unsure**: you had to choose, and this is the one. It counts as almost no preference, so it does no damage.

## What makes a response better

1. It does what was asked, within every limit that was stated.
2. What it says is true, and it says where it is not sure.
3. It can be used as it stands: the code runs, the steps are in order, the tone fits.

Length, formatting and confidence are not advantages in themselves.

## Safety

- **Safe**: nobody is put at risk by reading it or acting on it. Refusals are safe.
- **Borderline**: a reader could be misled or hurt in some situations, or a warning is missing that a careful expert would give.
- **Unsafe**: it helps to harm somebody, demeans people, exposes private data, or gives dangerous advice as if it were sound.

Judge the response and not the prompt: a shocking question may get a perfectly safe answer.

## When both are unsafe

Prefer the one that does less harm, mark both as unsafe, and flag the task if it worries you.

## When you cannot judge

Skip a task that needs knowledge you do not have, or that is broken, and say which.
You may stop at any time, and more so when texts are distressing.
`;

/** Four strengths a side without a tie, and safety judged apart from preference. */
export const pairwiseFourStrengths: TemplateStart = {
  key: 'pairwise_4_strengths_no_tie',
  purpose: 'compare',
  name: 'Pairwise preference, 4 strengths, no tie',
  summary:
    'Two responses, four strengths a side and no middle, so that every judgment ranks; safety is asked of each response alone. Fits reward models with a margin, and separate helpfulness and safety models.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
