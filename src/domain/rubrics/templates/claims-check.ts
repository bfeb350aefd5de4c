import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'claims',
    label: 'Claims',
    help: 'Mark every statement that could be true or false, give it a verdict, and name the page that settles it.\n\nOne mark for one claim: “finished in 1889 for the World’s Fair” holds two.',
    target: 'span',
    scale: {
      kind: 'claims',
      verdicts: [
        { key: 'supported', label: 'Supported', help: 'A source that you trust says the same.' },
        { key: 'refuted', label: 'Refuted', help: 'A source that you trust says otherwise.' },
        {
          key: 'unverifiable',
          label: 'Unverifiable',
          help: 'It could be checked in principle, but ten minutes brought no source.',
        },
      ],
      source: 'optional',
      note: 'optional',
    },
    required: true,
  },
  {
    key: 'reader',
    label: 'What a reader would believe',
    help: 'How right would a reader be about the subject who believes all of it? One refuted side remark weighs less than a false main point.',
    target: 'response',
    scale: {
      kind: 'rating',
      min: 1,
      max: 4,
      // Higher is better, as exports take every rating of a response.
      anchors: [
        {
          value: 1,
          label: 'Thoroughly misled',
          help: 'Wrong about the subject itself, or could be harmed by it.',
        },
        { value: 2, label: 'Misled', help: 'Wrong about something that matters here.' },
        { value: 3, label: 'Slightly wrong', help: 'A false detail beside a right picture.' },
        { value: 4, label: 'Right', help: 'Nothing false, or nothing that anybody would act on.' },
      ],
    },
    required: true,
  },
];

const guidelines = `# What this project is about

You take a response apart into claims and check each against the world. Factuality models are trained on this, and reports are made of it:
what you mark as supported will be believed.

## What is a claim

A statement that could turn out to be false: a date, a number, a name, a cause, "the first", "most". Not a claim: an opinion marked as one, advice,
a question, what the person said themselves.

## How to cut claims

One claim for one mark, as short as makes sense. *Finished in 1889 for the World's Fair* is two: the year, and the occasion. Do not mark the words
around it. What is said twice is marked once.

## Verdicts

- **Supported**: a source that you trust says the same.
- **Refuted**: a source that you trust says otherwise. Roughly right is refuted where the figure matters, and supported where it does not.
- **Unverifiable**: you looked for ten minutes and found nothing that settles it. It is no soft word for *refuted*.

## Sources

The page where you found it, as an address: an encyclopedia, an authority, the work itself. Not another model, not a page that was written by one,
and not a page that has it from the same text. Where two good sources disagree, say so in the note and choose *unverifiable*.

## Your own knowledge

You may know that something is right. Look it up all the same: the mark is worth what its source is worth.

## What a reader would believe

Weigh what was refuted by how much rests on it. Ten right details do not make up for a false main point.

## When you cannot judge

Skip a text in a field where you could not tell a good source from a bad one. Flag claims about living people that could hurt them.
`;

/** Each factual claim with a verdict and its source. */
export const claimsCheck: TemplateStart = {
  key: 'claims_check',
  purpose: 'check',
  name: 'Check of factual claims',
  summary:
    'A response is cut into claims; each is supported, refuted or unverifiable, with its source. Fits factuality models and reports of hallucinations.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
