import { describe, expect, test } from 'vitest';
import type { DraftFacts } from './decide-draft.ts';
import { decideDraft } from './decide-draft.ts';

const base: DraftFacts = {
  annotatorId: 'ann',
  assignment: { annotatorId: 'ann', state: 'leased' },
  baseRevision: 4,
  currentRevision: 4,
  sameContent: false,
};
const inState = (state: DraftFacts['assignment']['state']) => ({ assignment: { annotatorId: 'ann', state } });

describe('decideDraft', () => {
  test.each<[string, Partial<DraftFacts>, object]>([
    ['saves the next revision', {}, { kind: 'save', revision: 5 }],
    ['saves the first draft', { baseRevision: 0, currentRevision: 0 }, { kind: 'save', revision: 1 }],
    ['saves on a lease that ran out', inState('expired'), { kind: 'save', revision: 5 }],
    [
      'writes nothing when the same save comes again',
      { baseRevision: 3, sameContent: true },
      { kind: 'unchanged', revision: 4 },
    ],
    [
      'refuses an older base',
      { baseRevision: 3 },
      { refused: 'stale_draft', details: { currentRevision: 4 } },
    ],
    ['refuses a base that never was', { baseRevision: 5 }, { refused: 'stale_draft' }],
    ['refuses after submission', inState('submitted'), { refused: 'already_submitted' }],
    [
      'refuses after submission even when stale',
      { ...inState('submitted'), baseRevision: 1 },
      { refused: 'already_submitted' },
    ],
    ['refuses after a skip', inState('skipped'), { refused: 'lease_lost' }],
    ['refuses somebody else’s task', { annotatorId: 'bob' }, { refused: 'assignment_not_yours' }],
  ])('%s', (_name, change, decision) => {
    expect(decideDraft({ ...base, ...change })).toMatchObject(decision);
  });
});
