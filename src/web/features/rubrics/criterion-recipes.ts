import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { type Message, message } from '#web/messages/say.ts';

/** A criterion to add, named by what it is for. */
export interface CriterionRecipe {
  readonly name: Message;
  readonly hint: Message;
  readonly target: CriterionTarget;
  readonly scale: Scale;
}

/** What can be added, in groups: compare, judge, look closely, produce. */
export const criterionRecipes: readonly (readonly CriterionRecipe[])[] = [
  [
    {
      name: message('Compare two'),
      hint: message('Which of two responses is better, and by how much'),
      target: 'pair',
      scale: freshScale('preference'),
    },
    {
      name: message('Rank all'),
      hint: message('All responses in order, or the best and the worst'),
      target: 'ranking',
      scale: freshScale('ranking'),
    },
  ],
  [
    {
      name: message('Rate each response'),
      hint: message('A number with named points; or options, a slider, a text'),
      target: 'response',
      scale: freshScale('rating'),
    },
    {
      name: message('Rate each turn'),
      hint: message('The same for each reply of a recorded conversation'),
      target: 'turn',
      scale: freshScale('rating'),
    },
    {
      name: message('Choose how it goes on'),
      hint: message('The better reply at each turn of a recorded dialogue'),
      target: 'task',
      scale: freshScale('continuation'),
    },
    {
      name: message('Label steps'),
      hint: message('Good, neutral or bad for each step of a solution'),
      target: 'step',
      scale: freshScale('step_label'),
    },
    {
      name: message('Ask about the task'),
      hint: message('A question about the item as a whole, such as its topic'),
      target: 'task',
      scale: freshScale('choice'),
    },
  ],
  [
    {
      name: message('Mark errors'),
      hint: message('Passages of the text with a type and a severity'),
      target: 'span',
      scale: freshScale('marks'),
    },
    {
      name: message('Check claims'),
      hint: message('Each factual claim with a verdict and its source'),
      target: 'span',
      scale: freshScale('claims'),
    },
    {
      name: message('Mark regions'),
      hint: message('Places in images, recordings and films'),
      target: 'region',
      scale: freshScale('regions'),
    },
    {
      name: message('Run code'),
      hint: message('The code of each response is run before it is judged'),
      target: 'response',
      scale: freshScale('run'),
    },
  ],
  [
    {
      name: message('Write'),
      hint: message('A prompt, a reference response, or an edit of a response'),
      target: 'task',
      scale: freshScale('writing'),
    },
    {
      name: message('Chat live'),
      hint: message('A conversation with one to four models, or an attack on one'),
      target: 'task',
      scale: freshScale('chat'),
    },
  ],
];
