import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'run',
    label: 'Run it',
    help: 'Run the code of each response before you rate it, with the tests that came with the task and with an input of your own. What ran and what it printed is kept with your judgment.',
    target: 'response',
    scale: freshScale('run'),
    required: true,
  },
  {
    key: 'correctness',
    label: 'Correctness',
    help: 'Does it do what was asked, for every input that the task allows?',
    target: 'response',
    scale: {
      kind: 'rating',
      min: 0,
      max: 4,
      anchors: [
        { value: 0, label: 'Does not run', help: 'It breaks before it does anything, or is no program.' },
        { value: 1, label: 'Mostly wrong', help: 'It runs, and fails the main case.' },
        { value: 2, label: 'Partly right', help: 'The main case works; a usual other case does not.' },
        { value: 3, label: 'Nearly right', help: 'Only a rare edge is missed, such as an empty input.' },
        { value: 4, label: 'Right', help: 'It passes every test, and you found no input that breaks it.' },
      ],
    },
    required: true,
  },
  {
    key: 'quality',
    label: 'Quality of the code',
    help: 'Would a colleague like to take this over? Names, structure, no needless work, errors handled where they can arise.',
    target: 'response',
    scale: {
      kind: 'rating',
      min: 1,
      max: 5,
      anchors: [
        { value: 1, label: 'Very poor', help: 'Nobody but its author could change it.' },
        { value: 2, label: 'Poor', help: 'Confusing names, copied blocks, or much slower than it need be.' },
        { value: 3, label: 'Fair', help: 'Can be followed; a review would ask for several changes.' },
        { value: 4, label: 'Good', help: 'A review would ask for a detail.' },
        { value: 5, label: 'Very good', help: 'You would merge it as it stands.' },
      ],
    },
    required: true,
  },
  {
    key: 'security',
    label: 'Security problem',
    help: 'Whether it does something that an attacker could use: queries glued from text, secrets in the code, files opened by a name from outside.',
    target: 'response',
    scale: {
      kind: 'choice',
      options: [
        { key: 'none', label: 'None', help: 'You looked and found nothing.' },
        { key: 'minor', label: 'Minor', help: 'Bad habit, hard to exploit where this code would run.' },
        {
          key: 'serious',
          label: 'Serious',
          help: 'An attacker could read, change or destroy something with it.',
        },
      ],
    },
    required: false,
    allowNotApplicable: true,
  },
  {
    key: 'overall',
    label: 'Better answer',
    help: 'Which answer would you rather get from a colleague, code and explanation together? Code that works comes before code that looks good.',
    target: 'pair',
    scale: {
      kind: 'preference',
      steps: 3,
      tie: true,
      bothBad: true,
      anchors: [
        { value: 0, label: 'About the same', help: 'Both would do equally well.' },
        { value: 1, label: 'Slightly better', help: 'Clearer, or a little safer.' },
        { value: 2, label: 'Better', help: 'It handles a case that the other one misses.' },
        { value: 3, label: 'Much better', help: 'The other one does not work.' },
      ],
    },
    required: true,
  },
];

const guidelines = `# What this project is about

You run the code of two answers, rate each, and say which one is better. Nobody can see from reading alone whether a program works: run it.

## Running

1. Run the tests that came with the task.
2. Think of one input that they leave out: empty, very long, negative, not ASCII, already sorted. Run that too.
3. Where a program needs a small change to run, such as a missing import, edit it and run it again, and rate the original.

The code runs in your browser, without a network and for a short time only. What runs too long is ended, and that is a result as well.

## Correctness

Counted on what was asked, and not on what would have been nice. **4** needs a run that you did yourself.

## Quality of the code

Names that say what a thing is, one idea for each function, no work done twice, errors handled where they can arise. Comments that repeat the
code are no quality. Do not lower it for a style that you would not have chosen.

## Security problem

Name what could really be used. A calculator that evaluates its input is *serious*; a missing type check in a puzzle is *none*.
*Not applicable* is for code that takes no input at all.

## Which answer is better

Working code first, then honest explanation, then style. An answer that says which case it does not handle is better than one that hides it.

## When you cannot judge

Skip a language that you do not read, or a task whose tests are wrong, and say which. Flag code that is meant to do harm.
`;

/** Code is run, rated for correctness, quality and security, and compared. */
export const codeReview: TemplateStart = {
  key: 'code_review',
  purpose: 'check',
  name: 'Code review',
  summary:
    'The code of two answers is run in the browser with its tests, then rated for correctness, quality and security, and compared. Fits code reward models.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'optional',
  },
  guidelines,
};
