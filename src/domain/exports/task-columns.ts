import { type Column, messageList } from './column.ts';

const about: readonly Column[] = [
  { name: 'item_id', type: 'string' },
  { name: 'pair_group', type: 'string' },
];
const by: readonly Column[] = [
  { name: 'judgment_id', type: 'string' },
  { name: 'annotator', type: 'string' },
];

/** The columns of formats that are about other work than comparing two responses. */
export const taskColumns = {
  'nemo-ranking': [
    { name: 'context', type: messageList },
    {
      name: 'completions',
      type: {
        list: {
          struct: [
            { name: 'rank', type: 'int' },
            { name: 'completion', type: messageList },
          ],
        },
      },
    },
    ...about,
    { name: 'n_annotators', type: 'int' },
    { name: 'mean_ranks', type: { list: 'float' } },
  ],
  'trl-sft': [
    { name: 'prompt', type: messageList },
    { name: 'completion', type: messageList },
    ...about,
    ...by,
    { name: 'edited_from', type: 'string' },
    { name: 'original', type: 'string' },
  ],
  'trl-prompts': [{ name: 'prompt', type: messageList }, ...about, ...by, { name: 'goal', type: 'string' }],
  'trl-stepwise': [
    { name: 'prompt', type: 'string' },
    { name: 'completions', type: { list: 'string' } },
    { name: 'labels', type: { list: 'bool' } },
    ...about,
    { name: 'response_id', type: 'string' },
    { name: 'n_annotators', type: 'int' },
    { name: 'step_labels', type: { list: 'string' } },
    { name: 'first_error', type: 'int' },
  ],
  marks: [
    { name: 'prompt', type: messageList },
    { name: 'text', type: 'string' },
    { name: 'unit_id', type: 'string' },
    { name: 'criterion', type: 'string' },
    { name: 'start', type: 'int' },
    { name: 'end', type: 'int' },
    { name: 'quote', type: 'string' },
    { name: 'label', type: 'string' },
    { name: 'severity', type: 'string' },
    { name: 'note', type: 'string' },
    { name: 'correction', type: 'string' },
    { name: 'claim', type: 'string' },
    { name: 'source', type: 'string' },
    ...about,
    ...by,
  ],
  conversations: [
    { name: 'messages', type: messageList },
    ...about,
    ...by,
    { name: 'criterion', type: 'string' },
    { name: 'success', type: 'int' },
    { name: 'broke_at_turn', type: 'int' },
    { name: 'attacks', type: 'string' },
    { name: 'turns', type: 'string' },
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;
