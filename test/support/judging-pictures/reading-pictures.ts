import { taskRecord } from '#domain/imports/task-record.ts';
import { exampleItems } from '#domain/rubrics/examples/example-items.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type JudgingPicture, times } from './judging-picture.ts';

const four = { steps: 4, tie: false };

const errorMarks: Rubric = {
  criteria: [
    {
      key: 'errors',
      label: 'Errors',
      help: 'Mark every passage that is wrong, and say what kind of error it is.',
      target: 'span',
      scale: freshScale('marks'),
      required: true,
    },
    {
      key: 'usable',
      label: 'Could be sent as it is',
      help: '',
      target: 'response',
      scale: freshScale('choice'),
      required: true,
    },
  ],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};

const runs = ['r', 'see:tests passed'];
const wrong = exampleItems.pairwise_7_point.responses[1]?.text ?? '';

/** Texts that are compared, rated and checked. */
export const readingPictures: readonly JudgingPicture[] = [
  {
    name: 'pairwise_7_point',
    templateKey: 'pairwise_7_point',
    row: exampleItems.pairwise_7_point,
    keys: ({ prefer }) => [prefer(1, 2), prefer(1, 1)],
  },
  {
    name: 'pairwise_4_strengths_no_tie',
    templateKey: 'pairwise_4_strengths_no_tie',
    row: exampleItems.pairwise_4_strengths_no_tie,
    keys: ({ prefer, inOrder }) => [prefer(1, 4, four), ...inOrder('1', '3').slice(0, 1)],
  },
  {
    name: 'helpful_harmless_pairwise',
    templateKey: 'helpful_harmless_pairwise',
    row: exampleItems.helpful_harmless_pairwise,
    keys: ({ prefer }) => [prefer(1, 3, four), prefer(2, 1, four), prefer(1, 4, four), '1', '2', '2'],
  },
  {
    name: 'ranking_with_ties',
    templateKey: 'ranking_with_ties',
    width: 1360,
    row: exampleItems.ranking_with_ties,
    keys: ({ at }) => [String(at(3)), String(at(1)), '=', String(at(2))],
  },
  {
    name: 'dialogue_continuation',
    templateKey: 'dialogue_continuation',
    height: 800,
    row: taskRecord(exampleItems.dialogue_continuation, 'basil'),
    keys: () => ['choose:Most pots', 'see:The window faces'],
  },
  {
    name: 'helpsteer_five_attributes',
    templateKey: 'helpsteer_five_attributes',
    row: exampleItems.helpsteer_five_attributes,
    keys: ({ inOrder }) => [...inOrder('4', '1'), ...inOrder('4', '0'), ...inOrder('4', '3').slice(0, 1)],
  },
  {
    name: 'safety_with_severity',
    templateKey: 'safety_with_severity',
    height: 800,
    row: exampleItems.safety_with_severity,
    keys: ({ inOrder }) => [...inOrder('1', '2'), '2', '1', '5'],
  },
  {
    name: 'summary_axes',
    templateKey: 'summary_axes',
    height: 800,
    row: exampleItems.summary_axes,
    keys: ({ prefer, inOrder }) => [prefer(1, 3), ...inOrder('5', '2'), ...inOrder('5', '1')],
  },
  {
    name: 'dialogue_rating',
    templateKey: 'dialogue_rating',
    height: 800,
    row: exampleItems.dialogue_rating,
    keys: () => ['5', '2', '4', '1'],
  },
  {
    name: 'code_review',
    templateKey: 'code_review',
    project: 'Short Python programs',
    row: exampleItems.code_review,
    height: 1080,
    keys: ({ prefer, inOrder }) => [...runs, 'J', ...runs, 'J', prefer(2, 1), ...inOrder('3', '4')],
  },
  {
    name: 'process_supervision',
    templateKey: 'process_supervision',
    row: exampleItems.process_supervision,
    keys: () => ['1', '1', '3'],
  },
  {
    name: 'claims_check',
    templateKey: 'claims_check',
    row: exampleItems.claims_check,
    keys: () => [
      ...['e', 'Enter', '1', 'tab:Address of a source', 'type:https://www.toureiffel.paris/en', 'Escape'],
      ...['e', 'ArrowDown', ...times(10, 'ArrowLeft'), 'Enter', '2'],
      ...['tab:Note', 'type:It was the office of Gustave Eiffel.'],
    ],
  },
  {
    name: 'error_marks',
    templateKey: 'claims_check',
    project: 'Errors in explanations',
    rubric: errorMarks,
    row: {
      ...exampleItems.claims_check,
      prompt: exampleItems.pairwise_7_point.prompt,
      responses: [{ text: wrong }],
    },
    keys: () => [
      ...['e', 'ArrowDown', ...times(4, 'Shift+ArrowRight'), ...times(12, 'ArrowLeft'), 'Enter', '1', '2'],
      ...['tab:Explanation', 'type:The sea is blue for the same reason, not the other way round.'],
    ],
  },
];
