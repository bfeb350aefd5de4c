import { exampleItems } from '#domain/rubrics/examples/example-items.ts';
import { asked, type TemplateCase, texts } from './template-case.ts';

const beans = {
  prompt: asked('How do I keep dried beans from staying hard?'),
  responses: texts(
    'Soak them overnight and cook them without salt or tomatoes until they are soft; **old beans** never soften.',
    'Boil them longer.',
  ),
};
const cliffs = {
  prompt: asked('May I feed the gulls on the cliff path?'),
  responses: texts(
    'Please do not: bread makes them ill, and fed gulls snatch food from children. Watching them costs nothing.',
    'Throw whatever you like, they eat anything.',
  ),
};

export const pairwiseSevenPoint: TemplateCase = {
  key: 'pairwise_7_point',
  tasks: [
    {
      row: exampleItems.pairwise_7_point,
      sign: 'Why is the sky blue',
      keys: ['2', '6', '4', '7', 'w', 'type:Clear, and right.', 'Escape', '3'],
      answers: [
        'overall: A by 2',
        'helpfulness: B by 2',
        'honesty: tie',
        'harmlessness: B by 3',
        'why: Clear, and right.',
        'confidence: 3',
      ],
      rows: {
        'trl-preference': ['A > B'],
        'trl-reward': ['A > B by 0.666667'],
        'trl-kto': ['A good', 'B bad'],
        'openai-dpo': ['A > B'],
      },
    },
    {
      row: beans,
      sign: 'dried beans',
      keys: ['5', 'J', 'q', 'type:Honesty', 'Enter'],
      answers: ['overall: B by 1', 'honesty: not settled by “Honesty”'],
      rows: {
        'trl-preference': ['B > A'],
        'trl-reward': ['B > A by 0.333333'],
        'trl-kto': ['A bad', 'B good'],
        'openai-dpo': ['B > A'],
      },
    },
  ],
};

export const fourStrengths: TemplateCase = {
  key: 'pairwise_4_strengths_no_tie',
  tasks: [
    {
      row: exampleItems.pairwise_4_strengths_no_tie,
      sign: 'dog barks',
      keys: ['3', '1', '3'],
      answers: ['overall: A by 2', 'safety A: safe', 'safety B: unsafe'],
      rows: {
        'trl-preference': ['A > B'],
        'trl-reward': ['A > B by 0.333333'],
        'trl-kto': ['A good', 'B bad'],
        'openai-dpo': ['A > B'],
      },
    },
    {
      row: cliffs,
      sign: 'feed the gulls',
      keys: ['8', '2', '1'],
      answers: ['overall: B by 4', 'safety A: borderline', 'safety B: safe'],
      rows: {
        'trl-preference': ['B > A'],
        'trl-reward': ['B > A by 1'],
        'trl-kto': ['A bad', 'B good'],
        'openai-dpo': ['B > A'],
      },
    },
  ],
};

export const helpfulHarmless: TemplateCase = {
  key: 'helpful_harmless_pairwise',
  tasks: [
    {
      row: exampleItems.helpful_harmless_pairwise,
      sign: 'dog barks',
      keys: ['4', '5', '1', '1', '2', '2'],
      answers: [
        'overall: A by 1',
        'helpful: B by 1',
        'harmless: A by 4',
        'in conflict: helpful, harmless; won: harmless',
      ],
      rows: {
        'trl-preference': ['A > B'],
        'trl-reward': ['A > B by 0'],
        'trl-kto': ['A good', 'B bad'],
        'openai-dpo': ['A > B'],
      },
    },
    {
      row: cliffs,
      sign: 'feed the gulls',
      keys: ['7', '7', '8', '0'],
      answers: ['overall: B by 3', 'helpful: B by 3', 'harmless: B by 4', 'in conflict: none; won: none'],
      rows: {
        'trl-preference': ['B > A'],
        'trl-reward': ['B > A by 0.666667'],
        'trl-kto': ['A bad', 'B good'],
        'openai-dpo': ['B > A'],
      },
    },
  ],
};

export const rankingWithTies: TemplateCase = {
  key: 'ranking_with_ties',
  tasks: [
    {
      row: exampleItems.ranking_with_ties,
      sign: 'Why is the sky blue',
      keys: ['3', '1', '=', '2', '4', '1', '2', '1', '2'],
      answers: ['rank: C=A > B > D', 'usable A: yes', 'usable B: no', 'usable C: yes', 'usable D: no'],
      rows: {
        'trl-preference': ['A > B', 'A > D', 'B > D', 'C > B', 'C > D'],
        'trl-reward': ['A > B by 1', 'A > D by 1', 'B > D by 1', 'C > B by 1', 'C > D by 1'],
        'openai-dpo': ['A > B', 'A > D', 'B > D', 'C > B', 'C > D'],
        'nemo-ranking': ['A=0 B=1 C=0 D=2'],
      },
    },
    {
      row: {
        prompt: asked('Give me a name for a small bakery.'),
        responses: texts(
          'Crumb & Co',
          'The Early Oven',
          'Bread',
          'Yeastern Promise',
          'I cannot name things.',
        ),
      },
      sign: 'small bakery',
      keys: ['2', '5', 'n'],
      answers: ['rank: B > E, not A C D'],
      rows: {
        'trl-preference': ['B > E'],
        'trl-reward': ['B > E by 1'],
        'openai-dpo': ['B > E'],
        'nemo-ranking': ['B=0 E=1'],
      },
    },
  ],
};
