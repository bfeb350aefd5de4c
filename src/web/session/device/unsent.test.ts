import { expect, it } from 'vitest';
import { DeviceStore } from './device-store.ts';
import { countUnsent } from './unsent.ts';

it('counts what the server does not have, in one project or in all', () => {
  const device = new DeviceStore(
    null,
    new Map<string, unknown>([
      ['judging/p1/outbox/1-a', { refusal: null }],
      ['judging/p1/outbox/2-b', { refusal: { code: 'lease_lost' } }],
      ['judging/p1/draft/a1', { isSaved: true }],
      ['judging/p1/draft/a2', { isSaved: false }],
      ['judging/p1/task/a1', {}],
      ['judging/p2/outbox/1-c', { refusal: null }],
      ['judging/p2/outbox/2-d', { refusal: null, deed: { kind: 'flag' } }],
      ['answers/session', {}],
    ]),
  );
  expect(countUnsent(device, 'p1')).toEqual({ waiting: 1, flags: 0, refused: 1, drafts: 1 });
  expect(countUnsent(device, null)).toEqual({ waiting: 2, flags: 1, refused: 1, drafts: 1 });
});
