import type {
  Alarm,
  Bias,
  Evidence,
  Figure,
  OwnReport,
  PeopleAsOne,
  PersonReport,
  PersonSummary,
} from './people-queries.ts';

export const graceId = '0190d1c8-0000-7000-8000-0000000000b1';
export const adaId = '0190d1c8-0000-7000-8000-0000000000b2';
const computedAt = '2026-03-20T10:00:00Z';

export const figure = (value: number, low: number, high: number, n = 80): Figure => ({
  ...{ value, low, high, n },
  ...{ reason: null, needed: null },
});
export const gap = (reason: Figure['reason'], n = 0, needed: number | null = null): Figure => ({
  ...{ value: null, low: null, high: null, n, reason, needed },
});

export const firstShown: Bias = {
  ...{ kind: 'first_shown', name: '' },
  share: figure(0.58, 0.54, 0.62, 480),
  logOdds: figure(0.34, 0.15, 0.53, 480),
};
const headings: Bias = {
  ...{ kind: 'headings', name: '' },
  share: gap('no_variation'),
  logOdds: gap('no_variation'),
};

export const slower: Alarm = {
  ...{ stream: 'speed', scope: 'days', direction: 'down' },
  ...{ since: '2026-03-10T09:00:00Z', at: '2026-03-13T11:00:00Z', before: 60_000, after: 31_000, n: 75 },
};

const none = gap('no_second_looks');
const noRetest = { kept: none, tied: none, flipped: none, toFirst: none };

const own: Omit<OwnReport, 'agreement' | 'gold'> = {
  ...{ judgments: 480, incomparable: 0, breakAdvice: null },
  speed: {
    ...{ medianMs: 41_000, lowerQuarterMs: 30_000, upperQuarterMs: 65_000, n: 480 },
    perDoubling: figure(1.3, 1.1, 1.5),
  },
  consistency: { again: figure(0.9, 0.7, 0.97, 20), inOrder: gap('no_triples'), retest: noRetest },
  biases: [firstShown, headings],
  days: ['2026-03-09', '2026-03-11'].map((day) => ({
    ...{ day, judgments: 20, medianMs: 41_000, lowerQuarterMs: 30_000, upperQuarterMs: 65_000 },
    agreement: figure(0.7, 0.5, 0.85, 20),
  })),
  sessions: [
    {
      ...{ startedAt: '2026-03-09T09:00:00Z', endedAt: '2026-03-09T10:30:00Z' },
      ...{ judgments: 20, medianMs: 41_000 },
    },
  ],
  stretches: [{ from: 0, to: 10, n: 40, medianMs: 41_000, agreement: figure(0.7, 0.5, 0.85, 40) }],
  alarms: [slower],
};

export const ownReport = (change: Partial<OwnReport> = {}): OwnReport => ({
  ...own,
  agreement: figure(0.72, 0.68, 0.76),
  gold: null,
  ...change,
});

export const personReport = (change: Partial<PersonReport> = {}): PersonReport => ({
  ...own,
  ...{ personId: graceId, name: 'Grace Lindqvist', gold: null, attention: [], evidence: [], notable: [] },
  ...{ firstAt: '2026-03-01T09:00:00Z', lastAt: '2026-03-19T15:00:00Z' },
  agreement: figure(0.62, 0.57, 0.66),
  reliability: figure(0.71, 0.66, 0.75),
  ...change,
});

export const evidence = (kind: Evidence['kind'], change: Partial<Evidence> = {}): Evidence => ({
  ...{ kind, other: null, count: 84, of: 120, value: null, expected: 0.3 },
  base: { lowTenth: 0.2, median: 0.25, highTenth: 0.35, n: 12 },
  ...{ test: 'binomial', pValue: 1e-9, adjusted: 1e-7, tests: 90, itemIds: [] },
  ...change,
});

export const quick = evidence('quick', {
  ...{ value: 1_400, expected: 34_000, test: 'student_t', pValue: 0.00001, adjusted: 0.0009 },
  base: { lowTenth: 9_000, median: 34_000, highTenth: 62_000, n: 12 },
  itemIds: ['0190d1c8-0000-7000-8000-0000000000c1'],
});

export const all: PeopleAsOne = {
  criterion: { key: 'overall', label: 'Overall preference', hasSides: true },
  biases: [{ ...firstShown, logOdds: figure(0, -0.1, 0.1, 900) }],
  ...{ medianAgreement: 0.74, medianMs: 60_000, people: 2 },
};

const summary = (personId: string, name: string, change: Partial<PersonSummary> = {}): PersonSummary => ({
  ...{ personId, name, judgments: 480, medianMs: 41_000, lastAt: computedAt, attention: [], evidence: [] },
  agreement: figure(0.74, 0.7, 0.78),
  reliability: figure(0.8, 0.7, 0.9),
  kept: none,
  firstShown: figure(0, -0.1, 0.1),
  ...change,
});

export const peopleState = (people?: readonly PersonSummary[]) => ({
  ...{ newerJudgments: 0, isComputing: false, isDue: false },
  kept: {
    ...{ computedAt, all, marks: [] },
    people: people ?? [
      summary(graceId, 'Grace Lindqvist', {
        agreement: figure(0.62, 0.57, 0.66),
        attention: [
          { kind: 'agreement', figure: figure(0.62, 0.57, 0.66), othersMedian: 0.74 },
          { kind: 'bias', bias: { ...firstShown, usual: 0 } },
          { kind: 'drift', alarm: slower },
          { kind: 'speed', medianMs: 12_000, othersMedianMs: 60_000, n: 480 },
        ],
      }),
      summary(adaId, 'Ada Okafor', { agreement: gap('no_overlap') }),
    ],
  },
});

export const personState = (change: Partial<PersonReport> = {}) => ({
  ...{ computedAt, all },
  marks: [
    { kind: 'guideline', version: 2, names: [], at: '2026-03-10T08:00:00Z' },
    { kind: 'model', version: 1, names: ['swift-3'], at: '2026-03-11T08:00:00Z' },
  ],
  report: personReport(change),
});

export const ownState = (change: Readonly<Record<string, unknown>> = {}) => ({
  ...{ sees: 'all', computedAt, isComputing: false, isDue: false, marks: [] },
  report: ownReport(),
  ...change,
});
