import { expect, it } from 'vitest';
import { readOutboxEntry } from './outbox-entry.ts';

const judgment = {
  kind: 'judgment',
  activeMs: 1,
  answers: { pair: {}, response: {}, task: {}, justification: 'x'.repeat(1_000_000), unheardOf: 1 },
};
const entry = {
  clientId: 'c1',
  assignmentId: 'a1',
  sequence: 1,
  attempts: 0,
  deed: judgment,
  about: null,
  refusal: null,
};

it('what is kept is sent as it is, also where the server will refuse it: nothing vanishes without a word', () => {
  expect(readOutboxEntry(entry)).toEqual(entry);
});

it.each([
  ['nothing', undefined],
  ['a text', 'entry'],
  ['a judgment without answers', { ...entry, deed: { kind: 'judgment', activeMs: 1 } }],
])('%s is no entry', (_, value) => {
  expect(readOutboxEntry(value)).toBeUndefined();
});
