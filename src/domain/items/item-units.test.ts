import { expect, test } from 'vitest';
import { responseOfStep, unitsOf } from './item-units.ts';

const mediaId = 'a'.repeat(64);
const other = 'b'.repeat(64);

test('the units of an item are its assistant turns, its steps, its texts and its files', () => {
  const units = unitsOf({
    prompt: [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Hi 😀', attachments: [{ mediaId, kind: 'image', name: 'cat.png' }] },
      { role: 'assistant', content: 'Hello' },
      { role: 'user', content: '' },
    ],
    responses: [
      { id: 'r1', text: 'One\n\nTwo', steps: ['One', 'Two'] },
      { id: 'r2', text: 'ab', attachments: [{ mediaId: other, kind: 'audio', name: 'a.mp3' }] },
    ],
  });
  expect(units).toEqual({
    turnIds: ['t3'],
    stepIds: expect.arrayContaining(['r1.s1', 'r1.s2']),
    characters: { t1: 8, t2: 4, t3: 5, t4: 0, r1: 8, r2: 2 },
    mediaIds: [mediaId, other],
  });
  expect(units.stepIds.filter((id) => id.startsWith('r1.'))).toEqual(['r1.s1', 'r1.s2']);
});

test.each([
  ['r1.s3', 'r1'],
  ['r9.s12', 'r9'],
])('the step %s belongs to %s', (stepId, responseId) => {
  expect(responseOfStep(stepId)).toBe(responseId);
});
