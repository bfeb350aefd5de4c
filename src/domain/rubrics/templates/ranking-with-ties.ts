import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'rank',
    label: 'Ranking',
    help: 'Put the responses in order, the one that you would most like to have received first.\n\nResponses of equal worth share a rank. Leave out only what cannot be placed, such as an empty or garbled text. **All bad** is for when none of them could be sent to anybody.',
    target: 'ranking',
    scale: { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true },
    required: true,
  },
  {
    key: 'usable',
    label: 'Could be sent as it is',
    help: 'A ranking says nothing about how good the best one is. Say for each response whether you would send it without a change.',
    target: 'response',
    scale: {
      kind: 'choice',
      options: [
        { key: 'yes', label: 'Yes', help: 'You would put your name below it.' },
        { key: 'no', label: 'No', help: 'Something must be mended first, however small it is.' },
      ],
    },
    required: false,
  },
];

const guidelines = `# What this project is about

You read a conversation and four to nine possible replies, and put them in order from best to worst. Every pair in your order teaches a model
something, so the middle counts as much as the top.

## How to rank without getting lost

1. Read them all once, and put each into one of three heaps: good, fair, poor.
2. Order the heaps one by one. Compare neighbours only: is this one better than the one below it?
3. Go down the finished order once more, and look for a pair that stands the wrong way round.

## What makes a response better

1. It does what was asked, within every limit that was stated.
2. What it says is true, and it says where it is not sure.
3. It can be used as it stands.

Where two are equal in the first, the second decides; where they are equal in both, the third.

## Ties

Let two share a rank when you could swap them and nobody would lose or gain. Do not tie because comparing is tiring, and do not avoid ties to
look decisive.

## All bad, and what cannot be placed

- **All bad**: none of them could be sent to anybody. You need not rank them then.
- **Left out**: a response that cannot be compared at all, because it is empty, cut off in its first line, or in a wrong language.

A wrong response is not left out: it has a place, near the bottom.

## What must not sway you

Where a response stands on the screen, its length, its headings, and how sure it sounds.

## When you cannot judge

Skip a task that needs knowledge you do not have, or that is broken, and say which. Flag a task that worries you.
`;

/** Four to nine responses in order; equal ones share a rank. */
export const rankingWithTies: TemplateStart = {
  key: 'ranking_with_ties',
  purpose: 'compare',
  name: 'Ranking of 4 to 9 responses',
  summary:
    'All responses in order from best to worst, with ties, “all bad” and responses left out. Each ranking gives many pairs for reward models.',
  rubric: {
    criteria,
    overallKey: 'rank',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
