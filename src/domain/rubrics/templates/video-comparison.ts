import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import { betterOf } from './media-preference.ts';

const criteria: readonly Criterion[] = [
  betterOf('film', {
    key: 'overall',
    label: 'Better film',
    help: 'Which film would you rather have received for this prompt? What happens weighs more than how fine each frame is.',
  }),
  betterOf('film', {
    key: 'match',
    label: 'Closer to the prompt',
    help: 'Which film shows what was asked for: who, what happens, in which order, where, with which camera?',
  }),
  betterOf('film', {
    key: 'motion',
    label: 'Better motion',
    help: 'In which film do things move as they should: weight, speed, contact, nothing that melts, flickers, jumps or is there twice?',
  }),
  {
    key: 'flaws',
    label: 'Flaws',
    help: 'Mark the stretch of time in which a flaw is seen. Go frame by frame to find where it begins.',
    target: 'region',
    scale: {
      kind: 'regions',
      shapes: ['time'],
      labels: [
        { key: 'body', label: 'Body', help: 'Limbs, faces or animals that melt, merge or multiply.' },
        {
          key: 'physics',
          label: 'Physics',
          help: 'Things that float, pass through each other or lose their weight.',
        },
        { key: 'identity', label: 'Identity', help: 'Somebody or something turns into another.' },
        { key: 'flicker', label: 'Flicker', help: 'Light, colour or texture jumps.' },
        { key: 'camera', label: 'Camera', help: 'It moves, cuts or shakes against the prompt.' },
      ],
      note: 'optional',
    },
    required: false,
  },
];

const guidelines = `# What this project is about

You watch two films made for one prompt, and say which one is closer to it, in which one things move better, and which one you would rather have.
Then you mark where something is wrong.

## How to watch

1. Read the prompt: who, what happens, in which order, with which camera?
2. Watch each film to its end, once, without stopping.
3. Watch again, slowly, and step through the frames where something looked odd.

## Closer to the prompt

What happens comes first, then who, then where. An action that is only begun is not shown. A camera that was asked for is part of the prompt.

## Better motion

Weight, speed, contact. A foot that slides, a cup that goes through a table, a face that melts while it turns. A still picture has no bad motion,
and where motion was asked for it has no good one either.

## Overall

What happens first, motion second, beauty of the frames last. *Both bad* is for two that nobody could use.

## Marking flaws

From the frame where it begins to the one where it ends. One mark for one flaw; one that comes again is marked again.

## Sound

Where a film has sound, judge it only as far as the prompt asks for it.

## When you cannot judge

Skip a film that does not play, or a prompt that you do not understand, and say which. Flag one that shows real people in a way that could hurt
them, or anything that worries you. Flashing films may be skipped at once.
`;

/** Two films compared, with their flaws marked in time. */
export const videoComparison: TemplateStart = {
  key: 'video_comparison',
  purpose: 'media',
  name: 'Comparison of films',
  summary:
    'Two films for one prompt, compared for match and motion, with flaws marked in time. Fits reward models for video generation.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
