import { describe, expect, test } from 'vitest';
import type { AmendmentFacts } from './decide-amendment.ts';
import { decideAmendment } from './decide-amendment.ts';

const base: AmendmentFacts = {
  annotatorId: 'ann',
  assignmentAnnotatorId: 'ann',
  supersedesId: 'j2',
  currentJudgmentId: 'j2',
  submittedAt: new Date('2026-03-01T10:00:00Z'),
  amendWindowMs: 60_000,
  earlier: null,
  projectState: 'open',
  now: new Date('2026-03-01T10:00:30Z'),
};
const at = (time: string) => ({ now: new Date(`2026-03-01T${time}Z`) });

describe('decideAmendment', () => {
  test.each<[string, Partial<AmendmentFacts>, object]>([
    ['accepts within the window', {}, { kind: 'accept' }],
    ['accepts at the last moment', at('10:01:00.000'), { kind: 'accept' }],
    [
      'refuses a moment later',
      at('10:01:00.001'),
      { refused: 'amend_window_over', details: { endedAt: '2026-03-01T10:01:00.000Z' } },
    ],
    ['refuses where no time is given', { amendWindowMs: 0 }, { refused: 'amend_window_over' }],
    [
      'refuses what was amended elsewhere',
      { supersedesId: 'j1' },
      { refused: 'judgment_superseded', details: { currentJudgmentId: 'j2' } },
    ],
    ['refuses somebody else’s judgment', { annotatorId: 'bob' }, { refused: 'assignment_not_yours' }],
    ['refuses in a closed project', { projectState: 'closed' }, { refused: 'project_closed' }],
    [
      'replays a repeated request after the window',
      { ...at('11:00:00'), supersedesId: 'j1', earlier: { judgmentId: 'j2', samePayload: true } },
      { kind: 'replay', judgmentId: 'j2' },
    ],
    [
      'refuses one id for two amendments',
      { earlier: { judgmentId: 'j2', samePayload: false } },
      { refused: 'client_id_reused' },
    ],
  ])('%s', (_name, change, decision) => {
    expect(decideAmendment({ ...base, ...change })).toMatchObject(decision);
  });
});
