import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Column } from './column.ts';
import { messageList } from './column.ts';
import type { ExportFormat } from './export-format.ts';
import { ratingColumns } from './rating-rows.ts';
import { taskColumns } from './task-columns.ts';

const agreementColumns: readonly Column[] = [
  { name: 'item_id', type: 'string' },
  { name: 'pair_group', type: 'string' },
  { name: 'n_annotators', type: 'int' },
  { name: 'agreement', type: 'float' },
  { name: 'votes_chosen', type: 'int' },
  { name: 'votes_rejected', type: 'int' },
  { name: 'votes_tie', type: 'int' },
  { name: 'votes_both_bad', type: 'int' },
  { name: 'preference_strength_mean', type: 'float' },
  { name: 'adjudicated', type: 'bool' },
];

const pairColumns: readonly Column[] = [
  { name: 'prompt', type: messageList },
  { name: 'chosen', type: messageList },
  { name: 'rejected', type: messageList },
];

const ktoColumns: readonly Column[] = [
  { name: 'prompt', type: messageList },
  { name: 'completion', type: messageList },
  { name: 'label', type: 'bool' },
  { name: 'item_id', type: 'string' },
  { name: 'response_id', type: 'string' },
  { name: 'pair_group', type: 'string' },
  { name: 'label_source', type: 'string' },
  { name: 'score', type: 'float' },
  { name: 'n_annotators', type: 'int' },
  { name: 'agreement', type: 'float' },
  { name: 'adjudicated', type: 'bool' },
];

const openAiColumns: readonly Column[] = [
  { name: 'input', type: { struct: [{ name: 'messages', type: messageList }] } },
  { name: 'preferred_output', type: messageList },
  { name: 'non_preferred_output', type: messageList },
];

const annotationColumns: readonly Column[] = [
  { name: 'judgment_id', type: 'string' },
  { name: 'item_id', type: 'string' },
  { name: 'pair_group', type: 'string' },
  { name: 'annotator', type: 'string' },
  { name: 'submitted_at', type: 'string' },
  { name: 'rubric_version', type: 'int' },
  { name: 'guideline_version', type: 'int' },
  { name: 'active_ms', type: 'int' },
  { name: 'order_shown', type: { list: 'string' } },
  { name: 'prompt', type: messageList },
  {
    name: 'responses',
    type: {
      list: {
        struct: [
          { name: 'id', type: 'string' },
          { name: 'text', type: 'string' },
        ],
      },
    },
  },
  { name: 'verdict', type: 'string' },
  { name: 'preferred_response', type: 'string' },
  { name: 'strength', type: 'int' },
  { name: 'confidence', type: 'int' },
  { name: 'justification', type: 'string' },
  { name: 'pair_answers', type: 'string' },
  { name: 'response_answers', type: 'string' },
  { name: 'task_answers', type: 'string' },
  { name: 'other_answers', type: 'string' },
  { name: 'review', type: 'string' },
  { name: 'is_gold', type: 'bool' },
  { name: 'final_answer', type: 'string' },
  { name: 'dialogue', type: 'string' },
];

const columns: Readonly<Record<Exclude<ExportFormat, 'ratings'>, readonly Column[]>> = {
  'trl-preference': [...pairColumns, ...agreementColumns],
  'trl-reward': [...pairColumns, { name: 'margin', type: 'float' }, ...agreementColumns],
  'trl-kto': ktoColumns,
  'openai-dpo': openAiColumns,
  ...taskColumns,
  annotations: annotationColumns,
};

const modelColumns: Readonly<Record<ExportFormat, readonly Column[]>> = {
  'trl-preference': [
    { name: 'chosen_model', type: 'string' },
    { name: 'rejected_model', type: 'string' },
  ],
  'trl-reward': [
    { name: 'chosen_model', type: 'string' },
    { name: 'rejected_model', type: 'string' },
  ],
  'trl-kto': [{ name: 'model', type: 'string' }],
  // The vendors refuse keys that they do not know.
  'openai-dpo': [],
  'nemo-ranking': [{ name: 'response_models', type: { list: 'string' } }],
  ratings: [{ name: 'model', type: 'string' }],
  'trl-sft': [],
  'trl-prompts': [],
  'trl-stepwise': [{ name: 'model', type: 'string' }],
  marks: [{ name: 'model', type: 'string' }],
  conversations: [],
  annotations: [{ name: 'response_models', type: { list: 'string' } }],
};

/** The columns of a format in the order of every row; model names come last, and only where asked for. */
export function columnsOf(
  format: ExportFormat,
  { includeModelNames, rubric }: { includeModelNames: boolean; rubric: Rubric },
): readonly Column[] {
  const own = format === 'ratings' ? ratingColumns(rubric) : columns[format];
  return includeModelNames ? [...own, ...modelColumns[format]] : own;
}

/** The columns of ties that are kept apart: the two responses in the item's own order, neither chosen. */
export const tieColumns: readonly Column[] = [
  { name: 'prompt', type: messageList },
  { name: 'response_1', type: messageList },
  { name: 'response_2', type: messageList },
  { name: 'item_id', type: 'string' },
  { name: 'pair_group', type: 'string' },
  { name: 'n_annotators', type: 'int' },
  { name: 'votes_1', type: 'int' },
  { name: 'votes_2', type: 'int' },
  { name: 'votes_tie', type: 'int' },
  { name: 'votes_both_bad', type: 'int' },
  { name: 'adjudicated', type: 'bool' },
];
