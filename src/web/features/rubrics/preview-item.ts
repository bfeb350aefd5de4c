import type { Message } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** What the judging screen needs to show one task; it comes from the judging feature through the routes. */
export interface JudgingPreviewProps {
  readonly rubric: Rubric;
  readonly prompt: readonly Message[];
  readonly responses: readonly { readonly id: string; readonly text: string }[];
}

/** A made-up task for the preview: two responses of unequal worth, with a list and a formula in them. */
export const previewItem: Omit<JudgingPreviewProps, 'rubric'> = {
  prompt: [
    {
      role: 'user',
      content:
        'Why is the sky blue at noon but red at sunset? Please explain it so that a ten-year-old can follow.',
    },
  ],
  responses: [
    {
      id: 'r1',
      text: 'Sunlight looks white, but it is a mix of all colours. Air bounces **blue** light around far more than red.\n\n- **At noon** the light comes straight down, and bounced blue reaches you from everywhere.\n- **At sunset** it takes a long way through the air. Most of the blue has been bounced off to the side, and red is what is left.\n\nYou can try it: shine a torch through a glass of water with a drop of milk.',
    },
    {
      id: 'r2',
      text: 'This is due to Rayleigh scattering, whose strength goes with $\\lambda^{-4}$. The sky is blue because it reflects the ocean, and at sunset the sun is colder, which makes it red.',
    },
  ],
};
