import { describe, expect, it, test } from 'vitest';
import { type DecidedLook, leastSecondLooks, measureAuthors, measureReviewers } from './review-figures.ts';

let made = 0;
function look(more: Partial<DecidedLook> = {}): DecidedLook {
  made += 1;
  return {
    decisionId: `d${made}`,
    assignmentId: `a${made}`,
    round: 1,
    kind: 'first',
    reviewerId: 'rita',
    authorId: 'ada',
    verdict: 'accepted',
    activeMs: 1_000,
    isDrawn: true,
    grades: {},
    ...more,
  };
}

/** Two reviewers on one judgment, and a third where there is one. */
function looks(
  first: DecidedLook['verdict'],
  second: DecidedLook['verdict'],
  final?: DecidedLook['verdict'],
): DecidedLook[] {
  const one = look({ verdict: first });
  const { assignmentId } = one;
  const other = look({ assignmentId, kind: 'second', reviewerId: 'sam', verdict: second });
  const third =
    final === undefined ? [] : [look({ assignmentId, kind: 'final', reviewerId: 'tess', verdict: final })];
  return [one, other, ...third];
}

const none = new Map<string, boolean>();
const ofRita = (all: readonly DecidedLook[], upheld: ReadonlyMap<string, boolean> = none) => {
  const rita = measureReviewers(all, upheld).find(({ reviewerId }) => reviewerId === 'rita');
  if (rita === undefined) throw new Error('Rita decided on nothing');
  return rita;
};
const times = (count: number, make: () => DecidedLook[]) => Array.from({ length: count }, make).flat();

describe('what a reviewer does', () => {
  it('gives shares with Wilson’s interval and the middle time', () => {
    const rita = ofRita([
      look({ activeMs: 1_000 }),
      look({ verdict: 'fixed', activeMs: 9_000 }),
      look({ verdict: 'returned', activeMs: 2_000 }),
      look({ activeMs: 4_000 }),
    ]);
    expect(rita).toMatchObject({ decisions: 4, medianMs: 3_000 });
    expect(rita.accepted).toMatchObject({ value: 0.5, n: 4 });
    // Wilson 2 of 4, from the closed form with z = 1.959964.
    expect(rita.accepted.low).toBeCloseTo(0.15003898, 6);
    expect(rita.accepted.high).toBeCloseTo(0.84996102, 6);
    expect([rita.fixed.value, rita.returned.value]).toEqual([0.25, 0.25]);
  });

  it('puts whoever decided most first', () => {
    const order = measureReviewers([look({ reviewerId: 'sam' }), look(), look()], none);
    expect(order.map(({ reviewerId }) => reviewerId)).toEqual(['rita', 'sam']);
  });
});

describe('overturned decisions', () => {
  test.each<[string, DecidedLook[], [number | null, number]]>([
    ['nobody looked again', [look()], [null, 0]],
    ['a second look says the same', looks('accepted', 'accepted'), [0, 1]],
    ['a correction and a return both find fault', looks('fixed', 'returned'), [0, 1]],
    ['two differ and nobody has settled it', looks('accepted', 'returned'), [null, 0]],
    ['the third sides with the other', looks('accepted', 'returned', 'fixed'), [1, 1]],
    ['the third sides with her', looks('accepted', 'returned', 'accepted'), [0, 1]],
  ])('%s', (_, all, [value, n]) => {
    const { overturned } = ofRita(all);
    expect([overturned.value, overturned.n]).toEqual([value, n]);
    if (value === null) expect(overturned.reason).toBe('not_looked_at_again');
  });

  it('counts a dispute that the author won', () => {
    const first = look({ verdict: 'returned' });
    const final = look({ assignmentId: first.assignmentId, kind: 'final', reviewerId: 'sam' });
    expect(ofRita([first, final]).overturned).toMatchObject({ value: 1, n: 1 });
  });

  it('lets an item’s final answer weigh more than the final look', () => {
    const all = looks('accepted', 'returned', 'returned');
    const upheld = new Map([[all[0]?.decisionId ?? '', true]]);
    expect(ofRita(all, upheld).overturned).toMatchObject({ value: 0, n: 1 });
  });

  it('keeps what was redone apart from the look before', () => {
    const first = look({ verdict: 'returned' });
    const again = look({ assignmentId: first.assignmentId, round: 2 });
    expect(ofRita([first, again]).overturned.n).toBe(0);
  });
});

describe('kappa of blind second looks', () => {
  it('is computed from either side of the pair', () => {
    const all = [
      ...times(4, () => looks('accepted', 'accepted')),
      ...times(2, () => looks('accepted', 'returned')),
      ...times(1, () => looks('fixed', 'accepted')),
      ...times(3, () => looks('returned', 'fixed')),
    ];
    const figures = measureReviewers(all, none);
    // Observed 0.7, by chance 0.6·0.5 + 0.4·0.5 = 0.5.
    for (const { kappa } of figures) {
      expect(kappa.value).toBeCloseTo(0.4, 12);
      expect(kappa.n).toBe(10);
      expect(kappa.low).toBeLessThan(0.4);
      expect(kappa.high).toBeGreaterThan(0.4);
    }
    expect(figures[0]?.same).toMatchObject({ value: 0.7, n: 10 });
  });

  test.each<[string, DecidedLook[], object]>([
    ['no second look', [look()], { reason: 'not_looked_at_again', n: 0 }],
    [
      'too few',
      looks('accepted', 'returned'),
      { reason: 'too_few', n: 1, needed: leastSecondLooks, value: null },
    ],
    ['everything accepted', times(10, () => looks('accepted', 'accepted')), { reason: 'no_variation' }],
    [
      'never apart: a value, and no interval that would boast',
      [...times(5, () => looks('accepted', 'accepted')), ...times(5, () => looks('fixed', 'fixed'))],
      { value: 1, low: null, high: null },
    ],
  ])('%s', (_, all, expected) => {
    expect(ofRita(all).kappa).toMatchObject(expected);
  });
});

describe('how authors fare', () => {
  it('counts what stands of the first version, also where the final look said otherwise', () => {
    const returned = look({ verdict: 'returned' });
    const [ada] = measureAuthors([
      look(),
      ...looks('accepted', 'returned', 'fixed'),
      returned,
      look({ assignmentId: returned.assignmentId, round: 2, verdict: 'accepted' }),
    ]);
    expect(ada?.accepted).toMatchObject({ n: 3 });
    expect(ada?.accepted.value).toBeCloseTo(1 / 3, 12);
  });

  it('tells what was drawn by chance apart from what stood out', () => {
    const [ada] = measureAuthors([
      look(),
      look({ verdict: 'fixed', isDrawn: false }),
      look({ verdict: 'returned', isDrawn: false }),
    ]);
    expect(ada?.accepted.n).toBe(3);
    expect(ada?.acceptedOfDrawn).toMatchObject({ value: 1, n: 1 });
  });

  it('puts surely low acceptance first', () => {
    const all = [
      look({ authorId: 'ada' }),
      ...Array.from({ length: 20 }, () => look({ authorId: 'ben', verdict: 'returned' })),
    ];
    expect(measureAuthors(all).map(({ authorId }) => authorId)).toEqual(['ben', 'ada']);
  });

  it('averages grades by their place, of the whole and of each aspect', () => {
    const [ada] = measureAuthors([
      look({ grades: { '': 0, reasons: 2 } }),
      look({ grades: { '': 1 } }),
      look({ grades: {} }),
    ]);
    expect(ada?.grades).toMatchObject([
      { aspectKey: '', meanPlace: 1.5, first: { value: 0.5, n: 2 } },
      { aspectKey: 'reasons', meanPlace: 3, first: { value: 0, n: 1 } },
    ]);
  });
});
