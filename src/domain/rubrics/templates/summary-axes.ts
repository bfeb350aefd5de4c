import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import type { ScaleAnchor } from '#domain/rubrics/scale.ts';

function axis(
  naming: { readonly key: string; readonly label: string; readonly help: string },
  points: readonly [low: string, belowMiddle: string, middle: string, aboveMiddle: string, high: string],
): Criterion {
  const labels = ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'];
  const anchors: ScaleAnchor[] = points.map((help, index) => ({
    value: index + 1,
    label: labels[index] ?? '',
    help,
  }));
  return {
    ...naming,
    target: 'response',
    scale: { kind: 'rating', min: 1, max: 5, anchors },
    required: true,
  };
}

const criteria: readonly Criterion[] = [
  {
    key: 'overall',
    label: 'Better summary',
    help: 'Which summary would serve somebody better who will never read the original?\n\nA summary that says something false is the worse one, even where the other is dull.',
    target: 'pair',
    scale: {
      kind: 'preference',
      steps: 3,
      tie: true,
      bothBad: true,
      anchors: [
        { value: 0, label: 'About the same', help: 'A reader would be served equally well.' },
        { value: 1, label: 'Slightly better', help: 'A small advantage in wording or choice.' },
        {
          value: 2,
          label: 'Better',
          help: 'It keeps something that the other one lost, or reads much better.',
        },
        { value: 3, label: 'Much better', help: 'The other one misleads, or misses the point.' },
      ],
    },
    required: true,
  },
  axis(
    {
      key: 'coverage',
      label: 'Coverage',
      help: 'How much of what matters in the original is in the summary? Small things may go; what the whole is about may not.',
    },
    [
      'Misses what the text is about.',
      'Has the topic, but not what is said about it.',
      'Has the main point and loses others that matter.',
      'Loses only what a reader could do without.',
      'Everything that matters is there.',
    ],
  ),
  axis(
    {
      key: 'accuracy',
      label: 'Accuracy',
      help: 'Is everything in the summary said in the original? What is true in the world but not in the text is an error here.',
    },
    [
      'Says the opposite of the original, or is about something else.',
      'Several statements that the original does not make.',
      'One statement that would mislead a reader.',
      'A slip that misleads nobody, such as a rounded figure.',
      'Nothing that the original does not say.',
    ],
  ),
  axis(
    {
      key: 'coherence',
      label: 'Coherence',
      help: 'Can it be understood on its own, without the original at hand? Look at order, links and words that refer to nothing.',
    },
    [
      'Cannot be followed.',
      'Has to be read twice, and parts stay unclear.',
      'Can be followed; jumps or loose ends remain.',
      'Reads well, with one rough place.',
      'Clear from beginning to end.',
    ],
  ),
  axis(
    {
      key: 'conciseness',
      label: 'Conciseness',
      help: 'Does every word earn its place? Measure it against what was asked: two sentences mean two sentences.',
    },
    [
      'As long as the original, or many times too long.',
      'Much repetition, or far over the length asked for.',
      'Some padding, or a little over the length.',
      'A word or two could go.',
      'Nothing could go without a loss.',
    ],
  ),
];

const guidelines = `# What this project is about

You read a text and two summaries of it. You rate each on four axes, and then say which one is better. The axes explain the preference; they do
not add up to it.

## Before you rate

1. Read the original to its end, and say to yourself in one sentence what it is about.
2. Write down, or keep in mind, the three things that must not be lost.
3. Only then read the summaries.

## Coverage

What was in your three things, and is missing? That is what lowers coverage. Examples, quotations and names may go.

## Accuracy

Hold each sentence of the summary against the original. An invented cause ("because of water damage") is an error, even a likely one.
Reading between the lines is not summarising.

## Coherence

Judge the summary as a text. *He* without a name before it, or *this* without a noun, makes it hard to follow.

## Conciseness

Measured against the length that was asked for. Where none was, a tenth of the original is usual.

## Which one is better

Accuracy comes first, coverage second. A coherent, short summary of the wrong thing is worth nothing.
*Both bad* is for two summaries that you would not show to anybody.

## When you cannot judge

Skip a text in a field that you do not know, or one that is broken, and say which. Flag a text that worries you.
`;

/** Four axes for each summary, and which of the two is better. */
export const summaryAxes: TemplateStart = {
  key: 'summary_axes',
  purpose: 'rate',
  name: 'Summaries on four axes',
  summary:
    'Two summaries, each rated from 1 to 5 for coverage, accuracy, coherence and conciseness, and an overall preference. Fits reward models for summarisation.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
