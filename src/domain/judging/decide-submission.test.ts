import { describe, expect, test } from 'vitest';
import type { SubmissionFacts } from './decide-submission.ts';
import { decideSubmission } from './decide-submission.ts';

const leaseUntil = new Date('2026-03-01T10:00:00Z');
const base: SubmissionFacts = {
  annotatorId: 'ann',
  assignment: { annotatorId: 'ann', state: 'leased', leaseUntil },
  itemRemaining: 0,
  newerAssignmentId: null,
  earlier: null,
  projectState: 'open',
  now: new Date('2026-03-01T09:59:00Z'),
};
const late = new Date('2026-03-01T10:00:05Z');
const inState = (state: SubmissionFacts['assignment']['state']) => ({
  assignment: { ...base.assignment, state },
});
const earlier = (samePayload: boolean) => ({ earlier: { judgmentId: 'j1', samePayload } });

describe('decideSubmission', () => {
  test.each<[string, Partial<SubmissionFacts>, object]>([
    ['a live lease', {}, { kind: 'accept', overdueMs: 0 }],
    ['an overdue lease that nobody reaped', { now: late }, { kind: 'accept', overdueMs: 5_000 }],
    ['work in hand of a paused project', { projectState: 'paused' }, { kind: 'accept', overdueMs: 0 }],
    [
      'a reaped lease while a slot is free',
      { ...inState('expired'), itemRemaining: 1, now: late },
      { kind: 'accept_late', overdueMs: 5_000 },
    ],
    [
      'a released task while a slot is free',
      { ...inState('released'), itemRemaining: 2 },
      { kind: 'accept_late', overdueMs: 0 },
    ],
    [
      'a request sent twice',
      { ...inState('submitted'), ...earlier(true) },
      { kind: 'replay', judgmentId: 'j1' },
    ],
    [
      'a request sent twice around the closing',
      { ...inState('submitted'), ...earlier(true), projectState: 'closed' },
      { kind: 'replay', judgmentId: 'j1' },
    ],
  ])('takes %s', (_name, change, decision) => {
    expect(decideSubmission({ ...base, ...change })).toEqual(decision);
  });

  test.each<[string, Partial<SubmissionFacts>, string]>([
    ['somebody else’s task', { annotatorId: 'bob' }, 'assignment_not_yours'],
    [
      'somebody else’s task, even with a known id',
      { annotatorId: 'bob', ...earlier(true) },
      'assignment_not_yours',
    ],
    ['one id for two judgments', earlier(false), 'client_id_reused'],
    ['a closed project', { projectState: 'closed' }, 'project_closed'],
    ['a second judgment', inState('submitted'), 'already_submitted'],
    ['a skipped task', { ...inState('skipped'), itemRemaining: 3 }, 'lease_lost'],
    ['a reaped lease without a free slot', inState('expired'), 'lease_lost'],
    ['a released task without a free slot', inState('released'), 'lease_lost'],
    [
      'a reaped lease of a task that the annotator holds anew',
      { ...inState('expired'), itemRemaining: 1, newerAssignmentId: 'a2' },
      'lease_lost',
    ],
  ])('refuses %s', (_name, change, code) => {
    expect(decideSubmission({ ...base, ...change })).toMatchObject({ refused: code });
  });

  test('names the newer assignment, so that a client can go on with it', () => {
    const decision = decideSubmission({ ...base, ...inState('expired'), newerAssignmentId: 'a2' });
    expect(decision).toMatchObject({ details: { assignmentId: 'a2' } });
  });
});
