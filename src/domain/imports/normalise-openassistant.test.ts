import { expect, test } from 'vitest';
import { detectFormat } from './detect-format.ts';
import type { JsonRecord } from './json-record.ts';
import { normaliseOpenAssistant } from './normalise-openassistant.ts';

const message = (text: string, role: string, more: JsonRecord = {}) => ({
  ...{ message_id: text, user_id: 'u', created_date: '2023-02-05', text, role, lang: 'en', review_count: 3 },
  ...{ review_result: true, deleted: false, synthetic: false, replies: [], ...more },
});
const tree = {
  message_tree_id: 'tree-1',
  tree_state: 'ready_for_export',
  prompt: message('Why is ice slippery?', 'prompter', {
    replies: [
      message('It is cold.', 'assistant', { rank: 1 }),
      message('A thin film of water.', 'assistant', {
        ...{ rank: 0, model_name: 'a-model' },
        replies: [message('Always?', 'prompter', { replies: [message('Nearly.', 'assistant')] })],
      }),
    ],
  }),
};

test('a message tree is recognised, and becomes a prompt with a dialogue that keeps no ranks', () => {
  expect(detectFormat([tree]).format).toBe('openassistant');
  const [item] = normaliseOpenAssistant(tree).items;
  expect(item).toMatchObject({ sourceKey: 'tree-1', metadata: { tree_state: 'ready_for_export' } });
  expect(item?.content.prompt).toEqual([{ role: 'user', content: 'Why is ice slippery?' }]);
  const turns = item?.content.dialogue ?? [];
  expect(new Set(turns.map(({ role, text }) => `${role}: ${text}`))).toEqual(
    new Set([
      'assistant: It is cold.',
      'assistant: A thin film of water.',
      'user: Always?',
      'assistant: Nearly.',
    ]),
  );
  expect(turns.find(({ text }) => text.startsWith('A thin'))?.model).toBe('a-model');
  expect(JSON.stringify(item)).not.toContain('rank');
});

test.each<[string, JsonRecord, string]>([
  ['without a prompt', { message_tree_id: 'a' }, 'prompt'],
  [
    'with an empty reply',
    { message_tree_id: 'a', prompt: message('Why?', 'prompter', { replies: [message(' ', 'assistant')] }) },
    'prompt.replies[0].text',
  ],
  [
    'with a reply by the prompter',
    { message_tree_id: 'a', prompt: message('Why?', 'prompter', { replies: [message('So.', 'prompter')] }) },
    'prompt.replies[0].role',
  ],
])('a tree %s is left out, with its place', (_name, row, field) => {
  expect(normaliseOpenAssistant(row).rejections.map((rejection) => rejection.field)).toEqual([field]);
});

test('a tree that nobody has answered yet is a prompt alone', () => {
  const row = { message_tree_id: 'a', prompt: message('Why?', 'prompter') };
  expect(normaliseOpenAssistant(row).items[0]?.content).toEqual({
    prompt: [{ role: 'user', content: 'Why?' }],
    responses: [],
  });
});
