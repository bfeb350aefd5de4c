import { describe, expect, test } from 'vitest';
import { missing, shareOf } from './figure.ts';
import { type AnnotatorView, annotatorViews, canSeeOwn, limitToOwn, type OwnPart } from './own-view.ts';
import { retestOf } from './retest.ts';

const parts: readonly OwnPart[] = ['speed', 'consistency', 'agreement', 'biases', 'changes'];
const table: Readonly<Record<AnnotatorView, string>> = {
  nothing: '',
  speed: 'speed consistency',
  all: 'speed consistency agreement biases changes',
};

test.each(annotatorViews)('where the lead shows %s, exactly its parts are seen', (view) => {
  expect(parts.filter((part) => canSeeOwn(view, part)).join(' ')).toBe(table[view]);
});

describe('one’s own report', () => {
  const share = shareOf(15, 20);
  const report = {
    ...{ judgments: 50, incomparable: 0, settledAgreement: share, ownGold: shareOf(9, 10) },
    speed: {
      ...{ medianMs: 40_000, lowerQuarterMs: 30_000, upperQuarterMs: 60_000, n: 50 },
      perDoubling: missing('too_few'),
    },
    consistency: { again: missing('no_repeats'), inOrder: missing('no_triples'), retest: retestOf([]) },
    days: [{ day: '2026-01-05', agreement: share }],
    sessions: [{ judgments: 50 }],
    stretches: [{ from: 0, agreement: share }],
    biases: [{ kind: 'longer' }, { kind: 'model', name: 'cedar-70b' }] as const,
    alarms: [{ stream: 'speed' }, { stream: 'agreement' }, { stream: 'labels' }, { stream: 'gold' }] as const,
    breakAdvice: { kind: 'agreement_falls', after: 50, before: 0.8, since: 0.6 } as const,
  };

  test('is nothing where the lead shows nothing', () => {
    expect(limitToOwn(report, 'nothing')).toBeNull();
  });

  test('of speed tells nothing about what others said', () => {
    const own = limitToOwn(report, 'speed');
    expect(own).toMatchObject({
      agreement: null,
      biases: [],
      breakAdvice: null,
      alarms: [{ stream: 'speed' }],
    });
    expect(own?.stretches.map(({ agreement }) => agreement.value)).toEqual([null]);
    expect(JSON.stringify(own)).not.toMatch(/0\.75|0\.9/);
  });

  test('of everything has the settled agreement, but never day by day', () => {
    const own = limitToOwn(report, 'all');
    expect(own).toMatchObject({ agreement: share, gold: shareOf(9, 10), breakAdvice: report.breakAdvice });
    expect(own?.days.map(({ agreement }) => agreement.reason)).toEqual(['not_shown']);
  });

  test('never has a change over gold: its days would tell which tasks were gold', () => {
    expect(limitToOwn(report, 'all')?.alarms.map(({ stream }) => stream)).toEqual([
      'speed',
      'agreement',
      'labels',
    ]);
  });

  test('names no model: whoever judges must not know them', () => {
    expect(limitToOwn(report, 'all')?.biases).toEqual([{ kind: 'longer' }]);
  });

  test('that was kept before people were measured by gold has none', () => {
    const { ownGold: _gold, ...earlier } = report;
    expect(limitToOwn(earlier, 'all')?.gold).toBeNull();
  });
});
