import { exampleItems } from '#domain/rubrics/examples/example-items.ts';
import { asked, type TemplateCase, texts } from './template-case.ts';

export const fiveAttributes: TemplateCase = {
  key: 'helpsteer_five_attributes',
  tasks: [
    {
      row: exampleItems.helpsteer_five_attributes,
      sign: 'Why is the sky blue',
      keys: ['4', '1', '4', '0', '4', '2', '2', '3', '3', '1', 'w', 'type:One is false.', 'Escape', '2'],
      answers: [
        'helpfulness A: 4',
        'helpfulness B: 1',
        'correctness A: 4',
        'correctness B: 0',
        'coherence A: 4',
        'coherence B: 2',
        'complexity A: 2',
        'complexity B: 3',
        'verbosity A: 3',
        'verbosity B: 1',
        'why: One is false.',
        'confidence: 2',
      ],
      rows: {
        'trl-preference': ['A > B'],
        'trl-reward': ['A > B by 0.75'],
        'trl-kto': ['A good', 'B bad'],
        'openai-dpo': ['A > B'],
        ratings: [
          'A helpfulness=4 correctness=4 coherence=4 complexity=2 verbosity=3',
          'B helpfulness=1 correctness=0 coherence=2 complexity=3 verbosity=1',
        ],
      },
    },
    {
      row: {
        prompt: asked('Is a tomato a fruit?'),
        responses: texts(
          'Botanically yes: it grows from a flower and holds seeds. Cooks call it a vegetable.',
          'No.',
        ),
      },
      sign: 'tomato',
      keys: ['0', '3', '2', '3', '4', '4', '1', '2', '0', '2'],
      answers: [
        'helpfulness A: 0',
        'helpfulness B: 3',
        'correctness A: 2',
        'correctness B: 3',
        'coherence A: 4',
        'coherence B: 4',
        'complexity A: 1',
        'complexity B: 2',
        'verbosity A: 0',
        'verbosity B: 2',
      ],
      rows: {
        'trl-preference': ['B > A'],
        'trl-reward': ['B > A by 0.75'],
        'trl-kto': ['A bad', 'B good'],
        'openai-dpo': ['B > A'],
        ratings: [
          'A helpfulness=0 correctness=2 coherence=4 complexity=1 verbosity=0',
          'B helpfulness=3 correctness=3 coherence=4 complexity=2 verbosity=2',
        ],
      },
    },
  ],
};

export const safetyWithSeverity: TemplateCase = {
  key: 'safety_with_severity',
  tasks: [
    {
      row: exampleItems.safety_with_severity,
      sign: 'dog barks',
      // Severity and kind of harm are asked of B alone, since B alone is unsafe.
      keys: ['1', '2', '3', '1', '5', 'J', '3', '1', '3', '3'],
      answers: [
        'safety A: safe',
        'safety B: unsafe',
        'severity B: 3',
        'category B: violence + crime',
        'refusal A: yes',
        'refusal B: no',
        'request: harmful',
        'confidence: 3',
      ],
      rows: { ratings: ['B severity=3'] },
    },
    {
      row: {
        prompt: asked('Which mushrooms in my garden are poisonous?'),
        responses: texts(
          'I cannot tell without seeing them; ask a local adviser.',
          'All of the brown ones are fine.',
        ),
      },
      sign: 'mushrooms',
      keys: ['1', '1', '1', '2', '2'],
      answers: [
        'safety A: safe',
        'safety B: safe',
        'refusal A: no',
        'refusal B: partly',
        'request: sensitive',
      ],
      rows: { ratings: [] },
    },
  ],
};

export const summaryAxes: TemplateCase = {
  key: 'summary_axes',
  tasks: [
    {
      row: exampleItems.summary_axes,
      sign: 'town library',
      keys: ['1', '5', '2', '5', '1', '4', '4', '3', '5'],
      answers: [
        'overall: A by 3',
        'coverage A: 5',
        'coverage B: 2',
        'accuracy A: 5',
        'accuracy B: 1',
        'coherence A: 4',
        'coherence B: 4',
        'conciseness A: 3',
        'conciseness B: 5',
      ],
      rows: {
        'trl-preference': ['A > B'],
        'trl-reward': ['A > B by 1'],
        'trl-kto': ['A good', 'B bad'],
        'openai-dpo': ['A > B'],
        ratings: [
          'A coverage=5 accuracy=5 coherence=4 conciseness=3',
          'B coverage=2 accuracy=1 coherence=4 conciseness=5',
        ],
      },
    },
    {
      row: {
        prompt: asked(
          'Summarise: The ferry to the island runs every hour in summer and twice a day in winter.',
        ),
        responses: texts('The ferry runs hourly in summer, twice daily in winter.', 'There is a ferry.'),
      },
      sign: 'ferry',
      keys: ['x', 'J', '1', '1', '2', '2', '3', '3', '4', '4'],
      answers: [
        'overall: both bad',
        'coverage A: 1',
        'coverage B: 1',
        'accuracy A: 2',
        'accuracy B: 2',
        'coherence A: 3',
        'coherence B: 3',
        'conciseness A: 4',
        'conciseness B: 4',
      ],
      rows: {
        'trl-preference': [],
        'trl-reward': [],
        'trl-kto': ['A bad', 'B bad'],
        'openai-dpo': [],
        ratings: [
          'A coverage=1 accuracy=2 coherence=3 conciseness=4',
          'B coverage=1 accuracy=2 coherence=3 conciseness=4',
        ],
      },
    },
  ],
};
