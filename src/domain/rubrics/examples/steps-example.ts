import type { ItemContent } from '#domain/items/item.ts';

const steps = [
  'Let the smaller number be $n$. The next odd number is $n + 2$.',
  'Their product is $n(n + 2) = 143$, so $n^2 + 2n - 143 = 0$.',
  'The discriminant is $4 + 4 \\cdot 143 = 576$, and $\\sqrt{576} = 26$.',
  'So $n = \\dfrac{-2 + 26}{2} = 12$.',
  'The numbers are 12 and 14.',
];

/** A solution in five steps; the third one is wrong, and what follows rests on it. */
export const stepsExample: ItemContent = {
  prompt: [
    {
      role: 'user',
      content: 'The product of two consecutive odd positive numbers is 143. Which numbers are they?',
    },
  ],
  responses: [{ id: 'r1', text: steps.join('\n\n'), steps }],
};
