import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import { betterOf } from './media-preference.ts';

const criteria: readonly Criterion[] = [
  betterOf('recording', {
    key: 'overall',
    label: 'Better recording',
    help: 'Which recording would you rather have received for this prompt? Words that are wrong weigh more than a voice that you do not like.',
  }),
  betterOf('recording', {
    key: 'faithful',
    label: 'Truer to the text',
    help: 'Which recording says what the prompt asks for: every word, numbers and names as people say them, in the wanted tone?',
  }),
  betterOf('recording', {
    key: 'natural',
    label: 'Sounds more natural',
    help: 'Which recording sounds more like a person, or more like what it should be: rhythm, stress, breath, pauses, clean sound?',
  }),
  {
    key: 'flaws',
    label: 'Flaws',
    help: 'Mark the stretch of time where a flaw can be heard. One that goes through the whole recording is marked once, with a note.',
    target: 'region',
    scale: {
      kind: 'regions',
      shapes: ['time'],
      labels: [
        { key: 'word', label: 'Wrong word', help: 'Left out, added, or another one.' },
        { key: 'pronunciation', label: 'Pronunciation', help: 'A word, number or name said wrongly.' },
        { key: 'rhythm', label: 'Rhythm', help: 'Stress or pause in the wrong place, too fast, too slow.' },
        { key: 'noise', label: 'Noise', help: 'Clicks, hum, echo, distortion, cut ends.' },
      ],
      note: 'optional',
    },
    required: false,
  },
];

const guidelines = `# What this project is about

You listen to two recordings made for one prompt, and say which one is truer to it, which one sounds more natural, and which one you would rather
have. Then you mark where something is wrong.

## Before you listen

Use headphones, in a quiet place, at a volume that you do not change between the two. Say so and stop if you cannot hear well today.

## How to listen

1. Read the text that should be said.
2. Listen to each recording to its end, once, without stopping.
3. Listen again with the text before your eyes, and slow down where you are not sure.

## Truer to the text

Every word counts. Numbers, dates, names and abbreviations are said as people say them: *nine forty*, and not *nine four zero*. A tone that was
asked for is part of the text.

## More natural

Rhythm, stress, breath and pauses. An accent is no flaw, and neither is a voice that you do not like. Clicks, hum and cut ends are.

## Overall

Wrong words first, sound second. A fine voice that says something else is the worse one. *Both bad* is for two that nobody could use.

## Marking flaws

Mark the shortest stretch in which the flaw can be heard, with a little room on both sides. One mark for one flaw.

## When you cannot judge

Skip a language that you do not speak, or a file that does not play, and say which. Flag a voice that imitates a real person.
`;

/** Two recordings compared, with their flaws marked in time. */
export const audioComparison: TemplateStart = {
  key: 'audio_comparison',
  purpose: 'media',
  name: 'Comparison of recordings',
  summary:
    'Two recordings for one prompt, compared for truth to the text and naturalness, with flaws marked in time. Fits reward models for speech.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
