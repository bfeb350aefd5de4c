import { findEvidence } from '#domain/honest-work/find-evidence.ts';
import { computePeople } from '#domain/people-quality/people-report.ts';
import type { MixGroup, SimulatedKind } from './population.ts';
import { simulateCrowd } from './simulate-crowd.ts';

/** What the people page says of somebody, in one word each: `agreement`, `bias:first_shown`, `evidence:alike` … */
export type FoundSign = string;

/** The signs that tell of a kind, any one of them. */
export const tellingSigns: Readonly<Partial<Record<SimulatedKind, readonly FoundSign[]>>> = {
  noisy: ['agreement'],
  spammer: ['agreement', 'evidence:like_chance'],
  position_biased: ['bias:first_shown'],
  length_lover: ['bias:longer'],
  tiring: ['tires'],
  drifting: ['drift:agreement'],
  colluding_pair: ['evidence:alike'],
  fast_clicker: ['evidence:quick', 'speed'],
};

/** Everybody once or twice among people who do nothing wrong. */
export const everyKind: readonly MixGroup[] = [
  { kind: 'good', count: 8 },
  { kind: 'expert', count: 2 },
  { kind: 'noisy', count: 1 },
  { kind: 'spammer', count: 1 },
  { kind: 'position_biased', count: 1 },
  { kind: 'length_lover', count: 1 },
  { kind: 'tiring', count: 1 },
  { kind: 'drifting', count: 1 },
  { kind: 'colluding_pair', count: 1 },
  { kind: 'fast_clicker', count: 1 },
];

export interface FoundPerson {
  readonly kind: SimulatedKind;
  readonly signs: ReadonlySet<FoundSign>;
}

/** Lets a crowd judge items of three judgments each, and says what the reports show of each person. */
export function findKinds(crowd: {
  readonly seed: number;
  readonly groups: readonly MixGroup[];
  readonly items: number;
}): FoundPerson[] {
  const { votes, kindOf } = simulateCrowd({ ...crowd, overlap: 3, guidelinesChangeAt: 0.5 });
  const { summaries, reports } = computePeople(votes);
  const signs = new Map([...kindOf.keys()].map((name) => [name, new Set<FoundSign>()]));
  for (const { annotatorId, attention } of summaries) {
    for (const found of attention) {
      const detail =
        found.kind === 'bias'
          ? `:${found.bias.kind}`
          : found.kind === 'drift'
            ? `:${found.alarm.stream}`
            : '';
      signs.get(annotatorId)?.add(`${found.kind}${detail}`);
    }
  }
  for (const { annotatorId, breakAdvice } of reports)
    if (breakAdvice !== null) signs.get(annotatorId)?.add('tires');
  for (const { annotatorId, kind } of findEvidence(votes)) signs.get(annotatorId)?.add(`evidence:${kind}`);
  return [...kindOf].map(([name, kind]) => ({ kind, signs: signs.get(name) ?? new Set<FoundSign>() }));
}
