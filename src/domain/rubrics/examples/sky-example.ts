import type { ItemContent } from '#domain/items/item.ts';

const prompt = [
  {
    role: 'user',
    content:
      'Why is the sky blue at noon but red at sunset? Please explain it so that a ten-year-old can follow.',
  },
] as const;

const good =
  'Sunlight looks white, but it is a mix of all colours. Air bounces **blue** light around far more than red.\n\n- **At noon** the light comes straight down, and bounced blue reaches you from everywhere.\n- **At sunset** it takes a long way through the air. Most of the blue has been bounced off to the side, and red is what is left.\n\nYou can try it: shine a torch through a glass of water with a drop of milk.';
const wrong =
  'This is due to Rayleigh scattering, whose strength goes with $\\lambda^{-4}$. The sky is blue because it reflects the ocean, and at sunset the sun is colder, which makes it red.';
const short =
  'Air scatters blue light more than red. At sunset the light crosses more air, so mostly red is left.';
const refusal =
  'I am not able to give explanations about the weather or the sky. Please ask a teacher or look it up in a library.';

/** Two responses of unequal worth, with a list and a formula in them. */
export const skyExample: ItemContent = {
  prompt,
  responses: [
    { id: 'r1', text: good },
    { id: 'r2', text: wrong },
  ],
};

/** Four responses to one question: a good one, a short one, a wrong one and a needless refusal. */
export const rankingExample: ItemContent = {
  prompt,
  responses: [
    { id: 'r1', text: short },
    { id: 'r2', text: wrong },
    { id: 'r3', text: good },
    { id: 'r4', text: refusal },
  ],
};
