import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import { betterOf } from './media-preference.ts';

const criteria: readonly Criterion[] = [
  betterOf('image', {
    key: 'overall',
    label: 'Better image',
    help: 'Which image would you rather have received for this prompt? Weigh what was asked for before what is beautiful.',
  }),
  betterOf('image', {
    key: 'match',
    label: 'Closer to the prompt',
    help: 'Which image has more of what was asked for: things, number, colours, places, light, style? Beauty does not count here.',
  }),
  betterOf('image', {
    key: 'looks',
    label: 'Better made',
    help: 'Which image is better made, whatever was asked for: light, composition, hands, faces, letters, edges?',
  }),
  {
    key: 'flaws',
    label: 'Flaws',
    help: 'Mark each flaw where it is, with a box or an outline. A flaw that is everywhere is marked once, with a note.',
    target: 'region',
    scale: {
      kind: 'regions',
      shapes: ['box', 'polygon'],
      labels: [
        {
          key: 'anatomy',
          label: 'Body',
          help: 'Hands, faces, limbs, animals that are not as they should be.',
        },
        { key: 'object', label: 'Object', help: 'A thing that is broken, merged or impossible.' },
        { key: 'text', label: 'Letters', help: 'Writing that cannot be read or is wrong.' },
        {
          key: 'extra',
          label: 'Not asked for',
          help: 'Something that the prompt excludes, or that disturbs.',
        },
        { key: 'artefact', label: 'Artefact', help: 'Noise, seams, smears, double edges.' },
      ],
      note: 'optional',
    },
    required: false,
  },
];

const guidelines = `# What this project is about

You compare two images that were made for one prompt: which one is closer to it, which one is better made, and which one you would rather have.
Then you mark what is wrong, where it is.

## Look before you choose

1. Read the prompt and say to yourself what must be in the picture, how many of each, and what must not.
2. Look at each image as a whole, at the size that you would use it.
3. Zoom in: hands, faces, letters, edges, the background.

## Closer to the prompt

Go through your list. A missing thing weighs more than a wrong colour, and a wrong number more than a wrong place. What was not asked for counts
against an image where the prompt excludes it.

## Better made

Here the prompt is forgotten. Is it a good picture of what it shows? A style that you do not like is no flaw.

## Overall

What was asked for comes first, how well it is made second. A beautiful picture of something else is the worse one. *Both bad* is for two that
nobody could use.

## Marking flaws

One mark for one flaw, close around it. Use the outline where a box would hold much that is right. Mark what somebody would notice; not every
brush stroke.

## People in images

Judge how they are drawn and not who they are. Flag an image that shows a real person in a way that could hurt them, that is sexual, or that shows
minors in any way that worries you.

## When you cannot judge

Skip a task whose image does not load or whose prompt you do not understand, and say which.
`;

/** Two images compared, with their flaws marked. */
export const imageComparison: TemplateStart = {
  key: 'image_comparison',
  purpose: 'media',
  name: 'Comparison of images',
  summary:
    'Two images for one prompt, compared for match and making, with flaws marked by boxes and outlines. Fits reward models for image generation.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
