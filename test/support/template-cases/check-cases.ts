import { exampleItems } from '#domain/rubrics/examples/example-items.ts';
import { asked, type TemplateCase, texts } from './template-case.ts';

export const dialogueRating: TemplateCase = {
  key: 'dialogue_rating',
  tasks: [
    {
      row: exampleItems.dialogue_rating,
      sign: 'dinner for four',
      // What went wrong is asked of the second reply alone, since it is rated 2.
      keys: ['5', '2', '4', '1', 'J', '2', '4'],
      answers: [
        'turn_quality t2: 5',
        'turn_quality t4: 2',
        'turn_quality t6: 4',
        'turn_problem t4: forgot',
        'goal: partly',
        'overall: 4',
      ],
      rows: {},
    },
    {
      row: {
        prompt: [
          { role: 'user', content: 'Book me a table for two at eight.' },
          { role: 'assistant', content: 'I cannot book, but I can write the message for you.' },
          { role: 'user', content: 'Then do.' },
          { role: 'assistant', content: '“Good evening, a table for **two** at eight, please.”' },
        ],
      },
      sign: 'table for two',
      keys: ['4', '5', '1', '5'],
      answers: ['turn_quality t2: 4', 'turn_quality t4: 5', 'goal: yes', 'overall: 5'],
      rows: {},
    },
  ],
};

const python = (code: string) => `\`\`\`python\n${code}\n\`\`\``;
// What the last run said is still there when the keys have gone on.
const runBoth = ['r', 'see:tests passed', 'J', 'r', 'see:tests passed', 'J', 'see:tests passed'];

export const codeReview: TemplateCase = {
  key: 'code_review',
  tasks: [
    {
      row: exampleItems.code_review,
      sign: 'longest word',
      keys: [...runBoth, '5', '3', '4', '4', '5', '1', 'n', '2'],
      answers: [
        'run {1}: 2 of 3',
        'run {2}: 3 of 3',
        'overall: B by 1',
        'correctness A: 3',
        'correctness B: 4',
        'quality A: 4',
        'quality B: 5',
        'security A: none',
        'security B: not applicable',
        'confidence: 2',
      ],
      rows: {
        'trl-preference': ['B > A'],
        'trl-reward': ['B > A by 0.333333'],
        'trl-kto': ['A good', 'B good'],
        'openai-dpo': ['B > A'],
        ratings: ['A correctness=3 quality=4', 'B correctness=4 quality=5'],
      },
    },
    {
      row: {
        prompt: asked('Write a Python function double(n) that gives twice a number.'),
        responses: texts(
          python('def double(n):\n    return n * 2'),
          python('def double(n):\n    return n + n + 1'),
        ),
        code: {
          language: 'python',
          tests: [
            { name: 'three', code: 'double(3)', expected: '6' },
            { name: 'nothing', code: 'double(0)', expected: '0' },
          ],
        },
      },
      sign: 'function double',
      keys: [...runBoth, 'x', 'J', '0', '1', '2', '3'],
      answers: [
        'run {1}: 2 of 2',
        'run {2}: 0 of 2',
        'overall: both bad',
        'correctness A: 0',
        'correctness B: 1',
        'quality A: 2',
        'quality B: 3',
      ],
      rows: {
        'trl-preference': [],
        'trl-reward': [],
        'trl-kto': ['A bad', 'B bad'],
        'openai-dpo': [],
        ratings: ['A correctness=0 quality=2', 'B correctness=1 quality=3'],
      },
    },
  ],
};

export const processSupervision: TemplateCase = {
  key: 'process_supervision',
  tasks: [
    {
      row: exampleItems.process_supervision,
      sign: 'two consecutive odd',
      // Nothing is asked after the first error.
      keys: ['1', '2', '3', '1', '2'],
      answers: [
        'step A.1: good',
        'step A.2: neutral',
        'step A.3: bad',
        'error A.3: calculation',
        'answer A: wrong',
      ],
      rows: { 'trl-stepwise': ['A true true false, first error 3'] },
    },
    {
      row: {
        prompt: asked('A coat costs 80 after a discount of one fifth. What did it cost before?'),
        responses: [
          {
            steps: [
              'After the discount $\\frac{4}{5}$ of the price is left.',
              'So one fifth is $80 : 4 = 20$.',
              'The coat cost $5 \\cdot 20 = 100$.',
            ],
          },
        ],
      },
      sign: 'A coat costs',
      keys: ['1', '1', '1', '1'],
      answers: ['step A.1: good', 'step A.2: good', 'step A.3: good', 'answer A: right'],
      rows: { 'trl-stepwise': ['A true true true, first error 0'] },
    },
  ],
};

const eiffel = 'The Eiffel Tower stands in Paris and was finished in 1889 for the World’s Fair.';
const view = 'Most visitors say that the second floor has the best';
const noPairs = { 'trl-preference': [], 'trl-reward': [], 'openai-dpo': [] };

export const claimsCheck: TemplateCase = {
  key: 'claims_check',
  tasks: [
    {
      row: exampleItems.claims_check,
      sign: 'Eiffel Tower',
      // The first sentence with its source; then the third, shorter by a word.
      keys: [
        ...['e', 'Enter', '1', 'tab:Address of a source', 'type:https://example.org/tower', 'Escape'],
        ...['e', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'Enter', '3', 'Enter'],
        ...['J', '2'],
      ],
      answers: [
        `claims A “${eiffel}”: supported, https://example.org/tower`,
        `claims A “${view}”: unverifiable`,
        'reader A: 2',
      ],
      rows: {
        ...noPairs,
        // A rating in the middle is neither good nor bad.
        'trl-kto': [],
        ratings: ['A reader=2'],
        marks: [`A “${eiffel}” supported https://example.org/tower`, `A “${view}” unverifiable`],
      },
    },
    {
      row: {
        prompt: asked('Where do eels come from?'),
        responses: texts('European eels hatch in the Sargasso Sea. They walk there over land.'),
      },
      sign: 'eels come from',
      keys: ['e', 'ArrowDown', 'Enter', '2', 'Enter', 'J', '1'],
      answers: ['claims A “They walk there over land.”: refuted', 'reader A: 1'],
      rows: {
        ...noPairs,
        'trl-kto': ['A bad'],
        ratings: ['A reader=1'],
        marks: ['A “They walk there over land.” refuted'],
      },
    },
  ],
};
