import { describe, expect, test } from 'vitest';
import { type AuthorAnswerFacts, decideAuthorAnswer } from './decide-author-answer.ts';
import { decideReview, decideUndo, type ReviewFacts, type UndoFacts } from './decide-review.ts';
import { type OwnReviewFacts, ownReviewActs } from './own-review-state.ts';
import { rewindId } from './rewind-id.ts';

const now = new Date('2026-03-01T10:00:00Z');
const later = new Date(now.getTime() + 60_000);
const earlier = new Date(now.getTime() - 60_000);

describe('decideReview', () => {
  const base: ReviewFacts = {
    reviewerId: 'rita',
    authorId: 'ada',
    isDecided: false,
    leaseBy: 'rita',
    leaseUntil: later,
    otherReviewerIds: [],
    currentJudgmentId: 'j1',
    seenJudgmentId: 'j1',
    isOver: false,
    earlier: null,
    now,
  };
  const sent = { decisionId: 'd1', samePayload: true, isUndone: false };
  test.each<[string, Partial<ReviewFacts>, object]>([
    ['what is in hand', {}, { kind: 'accept' }],
    ['what nobody holds any more', { leaseBy: 'ron', leaseUntil: earlier }, { kind: 'accept' }],
    ['what somebody else holds', { leaseBy: 'ron' }, { refused: 'review_not_yours' }],
    ['the own judgment', { reviewerId: 'ada', leaseBy: null }, { refused: 'review_not_yours' }],
    ['what was decided', { isDecided: true }, { refused: 'review_over' }],
    ['what its author has moved on from', { isOver: true }, { refused: 'review_over' }],
    ['a second look of the same person', { otherReviewerIds: ['rita'] }, { refused: 'review_not_yours' }],
    ['what was amended meanwhile', { currentJudgmentId: 'j2' }, { refused: 'judgment_superseded' }],
    ['the same again', { isDecided: true, earlier: sent }, { kind: 'replay', decisionId: 'd1' }],
    [
      'something else under the same id',
      { earlier: { ...sent, samePayload: false } },
      { refused: 'client_id_reused' },
    ],
    [
      'what was taken back, under its old id',
      { earlier: { ...sent, isUndone: true } },
      { refused: 'client_id_reused' },
    ],
  ])('answers %s', (_, more, outcome) => {
    expect(decideReview({ ...base, ...more })).toMatchObject(outcome);
  });
});

describe('decideUndo', () => {
  const base: UndoFacts = {
    reviewerId: 'rita',
    decidedBy: 'rita',
    decidedAt: earlier,
    undoWindowMs: 60_000,
    isAnswered: false,
    hasFollowers: false,
    now,
  };
  test.each<[string, Partial<UndoFacts>, object]>([
    ['within the window', {}, { kind: 'accept' }],
    ['after the window', { undoWindowMs: 59_999 }, { refused: 'amend_window_over' }],
    ['of somebody else', { decidedBy: 'ron' }, { refused: 'review_over' }],
    ['of nothing', { decidedAt: null }, { refused: 'review_over' }],
    ['after the author acted', { isAnswered: true }, { refused: 'review_over' }],
    ['while somebody else looks', { hasFollowers: true }, { refused: 'review_over' }],
  ])('answers taking back %s', (_, more, outcome) => {
    expect(decideUndo({ ...base, ...more })).toMatchObject(outcome);
  });
});

describe('decideAuthorAnswer', () => {
  const base: AuthorAnswerFacts = {
    answer: 'redone',
    personId: 'ada',
    authorId: 'ada',
    kind: 'first',
    verdict: 'returned',
    given: null,
    hasFinal: false,
    isCurrent: true,
    isProjectClosed: false,
  };
  const disputed = { answer: 'disputed' } as const;
  test.each<[string, Partial<AuthorAnswerFacts>, object]>([
    ['redoing what was returned', {}, { kind: 'accept' }],
    ['disputing it', disputed, { kind: 'accept' }],
    ['disputing a correction', { ...disputed, verdict: 'fixed' }, { kind: 'accept' }],
    ['redoing a correction', { verdict: 'fixed' }, { refused: 'review_over' }],
    ['disputing praise', { ...disputed, verdict: 'accepted' }, { refused: 'review_over' }],
    ['redoing after the final look', { kind: 'final', hasFinal: true }, { kind: 'accept' }],
    ['disputing the final look', { ...disputed, kind: 'final', hasFinal: true }, { refused: 'review_over' }],
    ['redoing while somebody else looks', { hasFinal: true }, { refused: 'review_over' }],
    ['disputing while somebody else looks', { ...disputed, hasFinal: true }, { refused: 'review_over' }],
    ['another’s work', { personId: 'ben' }, { refused: 'not_found' }],
    ['a blind second look', { kind: 'second' }, { refused: 'not_found' }],
    ['what was taken back', { verdict: null }, { refused: 'review_over' }],
    ['what was amended elsewhere', { isCurrent: false }, { refused: 'judgment_superseded' }],
    ['a closed project', { isProjectClosed: true }, { refused: 'project_closed' }],
    ['the same again', { given: { answer: 'redone', isSameTry: true } }, { kind: 'replay' }],
    ['a second try', { given: { answer: 'redone', isSameTry: false } }, { refused: 'review_over' }],
    [
      'redoing what is disputed',
      { given: { answer: 'disputed', isSameTry: false } },
      { refused: 'review_over', message: /disputed this already/ },
    ],
  ])('answers %s', (_, more, outcome) => {
    const decision = decideAuthorAnswer({ ...base, ...more });
    const { message, ...rest } = outcome as { message?: RegExp };
    expect(decision).toMatchObject(rest);
    if (message) expect((decision as { message: string }).message).toMatch(message);
  });
});

describe('ownReviewActs', () => {
  const base: OwnReviewFacts = {
    verdict: 'returned',
    answer: null,
    hasFinal: false,
    finalVerdict: null,
    finalAnswer: null,
    isCurrent: true,
  };
  test.each<[string, Partial<OwnReviewFacts>, [boolean, boolean]]>([
    ['what was returned', {}, [true, true]],
    ['a correction', { verdict: 'fixed' }, [false, true]],
    ['what is disputed', { answer: 'disputed', hasFinal: true }, [false, false]],
    [
      'a dispute that was lost',
      { answer: 'disputed', hasFinal: true, finalVerdict: 'returned' },
      [true, false],
    ],
    [
      'a dispute that was won',
      { answer: 'disputed', hasFinal: true, finalVerdict: 'accepted' },
      [false, false],
    ],
    ['what was redone', { answer: 'redone', isCurrent: false }, [false, false]],
    [
      'what was redone after all',
      { hasFinal: true, finalVerdict: 'returned', finalAnswer: 'redone' },
      [false, false],
    ],
    ['what was amended elsewhere', { isCurrent: false }, [false, false]],
  ])('lets the author act on %s', (_, more, [mayRedo, mayDispute]) => {
    expect(ownReviewActs({ ...base, ...more })).toEqual({ mayRedo, mayDispute });
  });
});

test('an id rewound lies before every id of that moment, and never before the beginning', () => {
  expect(rewindId('018f0000-1234-7abc-8def-0123456789ab', 0x34)).toBe('018f0000-1200-0000-0000-000000000000');
  expect(rewindId('00000000-0001-7000-8000-000000000000', 5)).toBe('00000000-0000-0000-0000-000000000000');
});
