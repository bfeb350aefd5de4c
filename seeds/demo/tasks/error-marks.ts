import { defaultSeverities } from '#domain/rubrics/error-taxonomy.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** The demo's own rubric: errors marked where they stand, and which of two answers is better. */
export const errorMarksRubric: Rubric = {
  criteria: [
    {
      key: 'errors',
      label: 'Errors',
      help: 'Mark each error where it stands. One mark for one error, as short as makes sense. What concerns the whole answer is marked on the whole answer.',
      target: 'span',
      scale: {
        kind: 'marks',
        types: [
          { key: 'false', label: 'False', help: 'A statement that does not hold.' },
          { key: 'unsupported', label: 'Unsupported', help: 'Perhaps true, but nothing shows it.' },
          { key: 'instruction', label: 'Not what was asked', help: 'A limit of the prompt is broken.' },
          { key: 'flattery', label: 'Flattery', help: 'Praise or agreement that nobody needs.' },
          { key: 'padding', label: 'Padding', help: 'Words that nobody would miss.' },
          { key: 'language', label: 'Language', help: 'Grammar, spelling, register.' },
        ],
        severities: defaultSeverities,
        explanation: 'optional',
        correction: 'optional',
        wholeResponse: true,
      },
      required: true,
    },
    {
      key: 'overall',
      label: 'Better answer',
      help: 'Which answer would you rather have received? Weigh how grave the errors are, not how many.',
      target: 'pair',
      scale: {
        kind: 'preference',
        steps: 3,
        tie: true,
        bothBad: true,
        anchors: [
          { value: 0, label: 'About the same', help: 'No difference that matters to the person.' },
          { value: 1, label: 'Slightly better', help: 'A sensible colleague might disagree.' },
          { value: 2, label: 'Better', help: 'There is a clear reason.' },
          { value: 3, label: 'Much better', help: 'The other one must not be sent.' },
        ],
      },
      required: true,
    },
  ],
  overallKey: 'overall',
  justification: { ask: 'optional', minCharacters: 0 },
  confidence: 'optional',
};

export const errorMarksGuidelines = `# What this project is about

Two answers to one prompt. You mark what is wrong in each, and then say which one is better. Models learn from the marks *where* they went
wrong; the preference alone only tells them *that* they did.

## How to mark

Select the words that are wrong and nothing around them. One mark for one error; two errors in one sentence are two marks. What cannot be
pinned to words, such as a wrong language throughout, is marked on the whole answer.

## Kinds of errors

Choose the kind that explains why it is an error. A false statement in a padded sentence is *false*.

## How grave

- **Minor**: a reader would hardly be misled or hindered.
- **Major**: it misleads or hinders.
- **Critical**: the answer cannot be used, or could do harm.

## What is no error

An opinion that you do not share, a style that you would not have chosen, British or American spelling.

## Which one is better

One critical error weighs more than five minor ones. Two answers without a mark may still differ: say by how much.

## When you cannot judge

Skip what you cannot check. Where these guidelines leave a case open, say *the rubric does not settle this* and name the section.
`;
