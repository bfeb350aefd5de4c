import { describe, expect, it } from 'vitest';
import type { Forecast } from './forecast.ts';
import { type CriterionAgreement, listNeeds, type Progress } from './needs.ts';

const quiet: Progress = {
  itemsTotal: 100,
  itemsDone: 10,
  itemsStarted: 5,
  itemsHeld: 0,
  judgmentsTotal: 20,
  judgmentsWanted: 200,
  judgmentsLastHour: 3,
  leasesLive: 0,
  skips: 0,
  flagsOpen: 0,
  medianActiveMs: 60_000,
  perDay: [],
  people: [],
};
const inTenDays: Forecast = { kind: 'in_days', days: 10 };

function person(more: Partial<Progress['people'][number]>): Progress['people'][number] {
  return {
    personId: 'p1',
    name: 'Ada',
    judgments: 40,
    skips: 0,
    medianActiveMs: 60_000,
    lastAt: null,
    ...more,
  };
}

function criterion(label: string, alpha: [number, number, number] | null, units = 80): CriterionAgreement {
  const [low, value, high] = alpha ?? [null, null, null];
  const estimate = { value, low, high, n: units, reason: alpha ? null : 'Nobody shares an item yet.' };
  const shared = {
    key: label,
    label,
    target: 'pair',
    metric: 'ordinal',
    unit: 'item',
    units,
    values: units * 2,
  } as const;
  return { ...shared, alpha: estimate, percentAgreement: estimate };
}

interface Case {
  progress?: Partial<Progress>;
  criteria?: CriterionAgreement[];
  reviewsWaiting?: number;
  forecast?: Forecast;
  state?: 'open' | 'paused' | 'draft';
}

function titlesFor({
  progress = {},
  criteria = [],
  reviewsWaiting = 0,
  forecast = inTenDays,
  state = 'open',
}: Case): string[] {
  const project = { state, overlap: 2, itemsTotal: 100 };
  const all = { ...quiet, ...progress };
  return listNeeds({ project, progress: all, criteria, reviewsWaiting, forecast }).map(
    ({ title, evidence }) => `${title}: ${evidence}`,
  );
}

describe('what needs the lead', () => {
  it.each<[string, Case, RegExp[]]>([
    ['all goes well', {}, []],
    ['somebody flagged an item', { progress: { flagsOpen: 1 } }, [/^1 question waits.*settle it\.$/]],
    ['several flags are open', { progress: { flagsOpen: 3 } }, [/^3 questions wait/]],
    ['a flag holds an item', { progress: { flagsOpen: 1, itemsHeld: 1 } }, [/settle it; 1 item is held\.$/]],
    ['a judgment waits for a reviewer', { reviewsWaiting: 1 }, [/^1 judgment waits for a review/]],
    [
      'questions and judgments wait',
      { progress: { flagsOpen: 2 }, reviewsWaiting: 7 },
      [/^2 questions wait/, /^7 judgments wait for a review/],
    ],
    ['the project is paused', { state: 'paused' }, [/^The project is paused/]],
    [
      'agreement is surely low',
      { criteria: [criterion('Honest', [0.1, 0.2, 0.3]), criterion('Kind', [0.2, 0.3, 0.4])] },
      [/too little on Honest: Alpha 0\.20 \(0\.10 to 0\.30\) over 80 items, and low on 1 more criterion\./],
    ],
    ['the interval reaches up to the threshold', { criteria: [criterion('Honest', [0.3, 0.5, 0.7])] }, []],
    ['there are too few units to say', { criteria: [criterion('Honest', [0.1, 0.2, 0.3], 9)] }, []],
    ['agreement is not defined', { criteria: [criterion('Honest', null)] }, []],
    [
      'one person is much faster',
      { progress: { people: [person({}), person({ personId: 'p2', name: 'Bo', medianActiveMs: 9_000 })] } },
      [/^Bo judges much faster than others: 9 s median against 1 min 00 s of all/],
    ],
    ['the only person is fast', { progress: { people: [person({ medianActiveMs: 9_000 })] } }, []],
    [
      'one person skips often',
      { progress: { people: [person({ judgments: 6, skips: 4 })] } },
      [/^Ada skips often: 4 skips among 10 tasks \(40%\)/],
    ],
    ['a newcomer skipped a few', { progress: { people: [person({ judgments: 2, skips: 4 })] } }, []],
    ['everything is judged', { forecast: { kind: 'done' } }, [/^Everything is judged: All 100 items have 2/]],
    ['a paused project is done', { forecast: { kind: 'done' }, state: 'paused' }, [/^Everything is judged/]],
    [
      'the queue ends soon',
      { forecast: { kind: 'in_days', days: 2 } },
      [/within two days: 180 judgments left/],
    ],
    ['nobody judges', { forecast: { kind: 'no_pace' } }, [/^Nobody is judging/]],
    ['nobody can judge', { forecast: { kind: 'no_pace' }, state: 'paused' }, [/^The project is paused/]],
  ])('is told when %s', (_, given, expected) => {
    const titles = titlesFor(given);
    expect(titles).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(titles[index]).toMatch(pattern);
  });
});
