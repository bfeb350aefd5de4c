import { beforeAll, describe, expect, test } from 'vitest';
import type { MixGroup, SimulatedKind } from '#domain/simulation/population.ts';
import { simulateCrowd } from '#domain/simulation/simulate-crowd.ts';
import type { EvidenceKind } from './evidence.ts';
import { findEvidence } from './find-evidence.ts';

const seeds = Array.from({ length: 20 }, (_, place) => place + 1);
const mix: readonly MixGroup[] = [
  { kind: 'good', count: 7 },
  { kind: 'expert', count: 2 },
  { kind: 'noisy', count: 1 },
  { kind: 'spammer', count: 1 },
  { kind: 'fast_clicker', count: 1 },
  { kind: 'colluding_pair', count: 1 },
  { kind: 'position_biased', count: 1 },
  { kind: 'length_lover', count: 1 },
];

/** Of all people of a kind in all crowds, the share of whom there is evidence, of any kind or of one. */
function measure(crowd: { items: number; overlap?: number }) {
  const people = new Map<SimulatedKind, number>();
  const found = new Map<string, number>();
  const add = (key: string) => found.set(key, (found.get(key) ?? 0) + 1);
  for (const seed of seeds) {
    const { votes, kindOf } = simulateCrowd({ ...crowd, seed, groups: mix });
    const evidence = findEvidence(votes);
    for (const [annotatorId, kind] of kindOf) {
      people.set(kind, (people.get(kind) ?? 0) + 1);
      const own = evidence.filter((one) => one.annotatorId === annotatorId);
      for (const one of new Set(own.map((each) => each.kind))) add(`${kind}/${one}`);
      if (own.length > 0) add(`${kind}/any`);
    }
  }
  return (kind: SimulatedKind, of: EvidenceKind | 'any' = 'any') =>
    (found.get(`${kind}/${of}`) ?? 0) / (people.get(kind) ?? 1);
}

/** The figures in docs/guides/lead.md come from these crowds. */
describe.each([
  { name: 'sixty items that everybody judged', items: 60 },
  { name: 'twelve hundred items of three judgments, 240 a person', items: 1_200, overlap: 3 },
])('$name', ({ items, overlap }) => {
  let shareOf: ReturnType<typeof measure>;
  beforeAll(() => {
    shareOf = measure({ items, ...(overlap === undefined ? {} : { overlap }) });
  }, 120_000);

  test('tell of those who click fast, those who answer by chance and two who copy', () => {
    expect(shareOf('fast_clicker', 'quick')).toBeGreaterThanOrEqual(0.95);
    expect(shareOf('spammer')).toBeGreaterThanOrEqual(0.9);
    expect(shareOf('colluding_pair', 'alike')).toBeGreaterThanOrEqual(0.95);
  });

  test('tell that answers are as by chance where there are enough of them', () => {
    expect(shareOf('spammer', 'like_chance')).toBeGreaterThanOrEqual(items === 60 ? 0.6 : 0.9);
  });

  test('hardly ever tell of anybody good or expert', () => {
    expect(shareOf('good')).toBeLessThanOrEqual(0.03);
    expect(shareOf('expert')).toBeLessThanOrEqual(0.03);
  });

  test('tell of stock phrases in nobody, since everybody uses them', () => {
    for (const kind of ['good', 'spammer', 'colluding_pair'] as const)
      expect([shareOf(kind, 'own_reasons'), shareOf(kind, 'shared_reasons')]).toEqual([0, 0]);
  });
});

test('nobody is told of in crowds of good people alone', () => {
  for (const seed of seeds) {
    const { votes } = simulateCrowd({ seed, groups: [{ kind: 'good', count: 12 }], items: 100, overlap: 6 });
    expect(findEvidence(votes)).toEqual([]);
  }
});
