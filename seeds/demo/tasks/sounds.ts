import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { audioComparison } from '#domain/rubrics/templates/audio-comparison.ts';

const helps: Readonly<Record<string, Pick<Criterion, 'label' | 'help'>>> = {
  overall: {
    label: 'Better sound',
    help: 'Which sound would you rather have received for this prompt? What was asked for weighs more than what is pleasant.',
  },
  faithful: {
    label: 'Truer to the prompt',
    help: 'Which sound has what the prompt asks for: number of notes, order, pitch, length?',
  },
  natural: {
    label: 'Cleaner',
    help: 'Which sound is free of clicks, hum and cut ends, whatever was asked for?',
  },
};

const flaws: Criterion = {
  key: 'flaws',
  label: 'Flaws',
  help: 'Mark the stretch of time where a flaw can be heard.',
  target: 'region',
  scale: {
    kind: 'regions',
    shapes: ['time'],
    labels: [
      { key: 'tone', label: 'Tone', help: 'A wrong pitch, a note too many or too few.' },
      { key: 'rhythm', label: 'Rhythm', help: 'Too early, too late, too short.' },
      { key: 'noise', label: 'Noise', help: 'Clicks, hum, cut ends.' },
    ],
    note: 'optional',
  },
  required: false,
};

/** The comparison of recordings, for sounds without words. */
export const soundsRubric: Rubric = {
  ...audioComparison.rubric,
  criteria: [
    ...audioComparison.rubric.criteria
      .filter(({ key }) => Object.hasOwn(helps, key))
      .map((criterion) => ({ ...criterion, ...helps[criterion.key] })),
    flaws,
  ],
};

export const soundsGuidelines = `# What this project is about

You listen to two short sounds made for one prompt and say which one is truer to it, which one is cleaner, and which one you would rather have.

## How to listen

Use headphones and listen to each sound to its end before you judge. Listen again where you are not sure; slow it down where that helps.

## Truer to the prompt

Number, order, pitch and length of what was asked for. A sound that is pleasant and something else is not true to the prompt.

## Cleaner

Clicks, hum, noise and cut ends, whatever was asked for. Two clean sounds are *about the same*.

## Marking flaws

Mark the shortest stretch in which the flaw can be heard. One mark for one flaw.

## When you cannot judge

Skip a sound that does not play, and stop if you cannot hear well today.
`;
