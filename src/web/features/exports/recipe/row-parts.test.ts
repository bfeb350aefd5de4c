import { expect, it } from 'vitest';
import { listRowParts } from './row-parts.ts';

const turn = { role: 'user', content: 'Hello' };

it.each<[string, unknown, object[]]>([
  ['messages', { prompt: [turn] }, [{ name: 'prompt', kind: 'turns', turns: [turn] }]],
  [
    'messages under an input',
    { input: { messages: [turn] } },
    [{ name: 'input', kind: 'turns', turns: [turn] }],
  ],
  ['a number', { margin: 0.5 }, [{ name: 'margin', kind: 'value', text: '0.5' }]],
  ['a text', { id: 'a' }, [{ name: 'id', kind: 'value', text: 'a' }]],
  ['an empty list', { order: [] }, [{ name: 'order', kind: 'value', text: '[]' }]],
  [
    'responses, which are no turns',
    { responses: [{ id: 'r1', text: 'x' }] },
    [{ name: 'responses', kind: 'value', text: '[{"id":"r1","text":"x"}]' }],
  ],
  ['something that is no row', 3, [{ name: 'row', kind: 'value', text: '3' }]],
])('a row with %s is taken apart', (_, row, parts) => {
  expect(listRowParts(row)).toEqual(parts);
});
