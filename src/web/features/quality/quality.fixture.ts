import type { z } from 'zod';
import type { qualityState } from '#contract/quality.ts';
import type { CriterionQuality, Estimate, Report, Slice } from './quality-query.ts';

export const adaId = '0190d1c8-0000-7000-8000-0000000000a1';
export const benId = '0190d1c8-0000-7000-8000-0000000000a2';
const cleoId = '0190d1c8-0000-7000-8000-0000000000a3';

const estimate = (value: number, low: number, high: number, n = 80): Estimate => ({
  ...{ value, low, high, n },
  reason: null,
});

/** A figure that is not there. */
export const gap = (reason: Estimate['reason'], n = 0): Estimate => ({
  ...{ value: null, low: null, high: null, n, reason },
});

export function aSlice(dimension: Slice['dimension'], name: string): Slice {
  return {
    ...{ dimension, name, units: 20 },
    alpha: estimate(0.55, 0.4, 0.7, 20),
    same: estimate(0.4, 0.2, 0.6, 20),
    sameSide: estimate(0.7, 0.5, 0.85, 20),
  };
}

function criterion(key: string, label: string, alpha: Estimate, slices: readonly Slice[]): CriterionQuality {
  const hasSides = key === 'overall';
  return {
    ...{ key, label, alpha, hasSides, units: 80, slicesLeftOut: 0 },
    target: hasSides ? 'pair' : 'task',
    metric: 'ordinal',
    unit: 'item',
    same: estimate(0.45, 0.35, 0.56),
    sameSide: hasSides ? estimate(0.74, 0.63, 0.82) : null,
    slices: [...slices],
  };
}

/** A report of three people, with one of everything that can be weakest. */
export function aReport(): Report {
  const person = (personId: string, name: string) => ({ personId, name });
  const [ada, ben, cleo] = [
    person(adaId, 'Ada Okafor'),
    person(benId, 'Ben Ito'),
    person(cleoId, 'Cleo Marsh'),
  ];
  const stratum = (from: number, to: number, sameSide: Estimate) => ({
    ...{ from, to, modelPairs: 1, units: sameSide.n },
    ...{ alpha: sameSide, same: sameSide, sameSide },
  });
  return {
    ...{ judgments: 240, items: 80, sharedItems: 80, comparedItems: 80, annotators: 3, mainKey: 'overall' },
    criteria: [
      criterion('overall', 'Overall', estimate(0.71, 0.62, 0.79), [
        aSlice('domain', 'law'),
        aSlice('guideline', '1'),
        aSlice('week', '2026-11-09'),
        aSlice('week', '2026-11-23'),
      ]),
      criterion('clarity', 'Clarity', estimate(0.41, 0.3, 0.52), []),
    ],
    closeness: {
      criterionKey: 'overall',
      strata: [
        stratum(0.5, 0.6, estimate(0.7, 0.6, 0.79, 76)),
        stratum(0.6, 0.75, gap('too_few_units', 4)),
        stratum(0.75, 1, gap('too_few_units')),
      ],
      unplacedUnits: 0,
    },
    people: [
      { ...ben, share: estimate(0.52, 0.41, 0.63) },
      { ...ada, share: estimate(0.74, 0.63, 0.82) },
      { ...cleo, share: estimate(0.76, 0.66, 0.84) },
    ],
    matrix: {
      people: [ada, cleo, ben],
      cells: [
        { a: 0, b: 1, n: 80, same: 0.85, kappa: 0.8 },
        { a: 0, b: 2, n: 80, same: 0.6, kappa: 0.4 },
        { a: 1, b: 2, n: 9, same: 0.55, kappa: null },
      ],
      leftOut: 0,
    },
    weakest: {
      criterion: { key: 'clarity', label: 'Clarity', alpha: estimate(0.41, 0.3, 0.52) },
      person: { ...ben, share: estimate(0.52, 0.41, 0.63), othersMedian: 0.75 },
      slice: {
        ...{ criterionKey: 'overall', criterionLabel: 'Overall', dimension: 'domain', name: 'law' },
        alpha: estimate(0.55, 0.4, 0.7, 20),
        wholeAlpha: 0.71,
      },
      section: { name: 'Both bad', open: 3, openInAll: 5 },
    },
    marks: [
      { kind: 'guideline', version: 1, names: [], at: '2026-11-01T00:00:00Z' },
      { kind: 'guideline', version: 2, names: [], at: '2026-11-18T09:00:00Z' },
    ],
  };
}

/** What the server says of a report that is up to date. */
export function aState(more: Partial<Report> = {}): z.infer<typeof qualityState> {
  return {
    kept: { report: { ...aReport(), ...more }, computedAt: '2026-11-30T12:00:00Z', tookMs: 900 },
    newerJudgments: 0,
    isComputing: false,
    isDue: false,
  };
}
