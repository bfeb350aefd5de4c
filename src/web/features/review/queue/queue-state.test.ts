import { describe, expect, test } from 'vitest';
import { beginLook, type Look, type LookAct, reduceLook } from './look.ts';
import { noSent, reduceSent } from './sent-decisions.ts';

const after = (...acts: LookAct[]): Look => acts.reduce(reduceLook, beginLook);

describe('a look at a judgment', () => {
  test.each<[string, LookAct[], Partial<Look>]>([
    ['begins a correction where an answer is touched', [{ kind: 'touch' }], { mode: 'fix', round: 0 }],
    [
      'lays the answers anew when a correction is left',
      [{ kind: 'fix' }, { kind: 'look' }],
      { mode: 'look', round: 1 },
    ],
    [
      'leaves them where nothing was corrected',
      [{ kind: 'return' }, { kind: 'look' }],
      { mode: 'look', round: 0 },
    ],
    ['keeps a grade', [{ kind: 'grade', key: 'minor' }], { grade: 'minor' }],
    [
      'takes the same grade back',
      [
        { kind: 'grade', key: 'minor' },
        { kind: 'grade', key: 'minor' },
      ],
      { grade: null },
    ],
    [
      'forgets the grade of a criterion',
      [
        { kind: 'grade_criterion', criterionKey: 'tone', key: 'minor' },
        { kind: 'grade_criterion', criterionKey: 'tone', key: null },
      ],
      { criterionGrades: {} },
    ],
    [
      'keeps the grades of aspects apart, and takes the same one back',
      [
        { kind: 'grade_aspect', aspectKey: 'reasons', key: 'minor' },
        { kind: 'grade_aspect', aspectKey: 'tone', key: 'major' },
        { kind: 'grade_aspect', aspectKey: 'tone', key: 'major' },
      ],
      { criterionGrades: {}, aspectGrades: { reasons: 'minor' } },
    ],
  ])('%s', (_, acts, look) => {
    expect(after(...acts)).toMatchObject(look);
  });
});

describe('decisions on their way', () => {
  const sent = reduceSent(noSent, { kind: 'sent', reviewId: 'a' });
  const kept = reduceSent(sent, { kind: 'kept', reviewId: 'a', decisionId: 'd' });

  test('leave the screen at once and can be taken back once they are kept', () => {
    expect(sent).toMatchObject({ away: ['a'], last: null });
    expect(kept.last).toEqual({ reviewId: 'a', decisionId: 'd' });
  });

  test('stand before the others when they come back', () => {
    expect(reduceSent(kept, { kind: 'back', reviewId: 'a' })).toEqual({ away: [], last: null, first: 'a' });
  });

  test('never come back where somebody else was faster', () => {
    expect(reduceSent(sent, { kind: 'gone', reviewId: 'a' }).away).toEqual(['a']);
  });
});
