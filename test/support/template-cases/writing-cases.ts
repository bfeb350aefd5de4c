import { exampleItems } from '#domain/rubrics/examples/example-items.ts';
import { asked, type TemplateCase, texts } from './template-case.ts';

const deposit = 'Small nail holes are **normal wear**. Ask for the deposit in writing.';
const litre = 'The litre of water: oil floats on it.';

export const referenceWriting: TemplateCase = {
  key: 'reference_writing',
  tasks: [
    {
      row: exampleItems.reference_writing,
      sign: 'My landlord',
      keys: [`type:${deposit}`, 'Escape', '1'],
      answers: [`reference: ${deposit}`, 'prompt_quality: clear'],
      rows: { 'trl-sft': [deposit] },
    },
    {
      row: { prompt: asked('Which is heavier, a litre of oil or a litre of water?') },
      sign: 'litre of oil',
      keys: [`type:${litre}`, 'Escape', '2'],
      answers: [`reference: ${litre}`, 'prompt_quality: vague'],
      rows: { 'trl-sft': [litre] },
    },
  ],
};

export const editTheBest: TemplateCase = {
  key: 'edit_the_best',
  tasks: [
    {
      row: exampleItems.edit_the_best,
      sign: 'Why is the sky blue',
      keys: ['1', 'Control+End', 'type: That is all.', 'Escape', '1', '2', '4'],
      answers: ['edited: {A} That is all. (from A)', 'rank: best A, worst B', 'changes: wording'],
      rows: {
        'trl-preference': ['{A} That is all. > A', 'A > B', 'A > C', 'A > D', 'C > B', 'D > B'],
        'trl-reward': [
          '{A} That is all. > A by 1',
          ...['A > B by 1', 'A > C by 1', 'A > D by 1', 'C > B by 1', 'D > B by 1'],
        ],
        'openai-dpo': ['{A} That is all. > A', 'A > B', 'A > C', 'A > D', 'C > B', 'D > B'],
        'nemo-ranking': ['A=0 B=2 C=1 D=1'],
        'trl-sft': ['{A} That is all.'],
      },
    },
    {
      row: {
        prompt: asked('How long does an egg boil?'),
        responses: texts('Ten minutes for a hard one.', 'Two hours.', 'Eggs do not boil.'),
      },
      sign: 'egg boil',
      keys: ['3', 'Control+End', 'type: Six is soft.', 'Escape', '3', '1', '1', '2'],
      answers: ['edited: {C} Six is soft. (from C)', 'rank: best C, worst A', 'changes: facts + missing'],
      rows: {
        'trl-preference': ['{C} Six is soft. > C', 'C > A', 'C > B', 'B > A'],
        'trl-reward': ['{C} Six is soft. > C by 1', 'C > A by 1', 'C > B by 1', 'B > A by 1'],
        'openai-dpo': ['{C} Six is soft. > C', 'C > A', 'C > B', 'B > A'],
        'nemo-ranking': ['A=2 B=1 C=0'],
        'trl-sft': ['{C} Six is soft.'],
      },
    },
  ],
};

const appointment = 'Can you move my appointment to the week after?';
const penguins = 'Why do penguins fly south in winter?';

export const promptWriting: TemplateCase = {
  key: 'prompt_writing',
  tasks: [
    {
      row: exampleItems.prompt_writing,
      sign: 'too little in it',
      keys: [`type:${appointment}`, 'Escape', '2', 'type:It asks which one is meant.', 'Escape'],
      answers: [`prompt: ${appointment}`, 'difficulty: 2', 'good_answer: It asks which one is meant.'],
      rows: { 'trl-prompts': [appointment] },
    },
    {
      row: {
        brief: {
          title: 'A false premise',
          goal: 'Write a prompt that takes something false for granted.',
          constraints: [],
        },
      },
      sign: 'takes something false',
      keys: [`type:${penguins}`, 'Escape', '1', 'type:It says that they do not fly.', 'Escape'],
      answers: [`prompt: ${penguins}`, 'difficulty: 1', 'good_answer: It says that they do not fly.'],
      rows: { 'trl-prompts': [penguins] },
    },
  ],
};
