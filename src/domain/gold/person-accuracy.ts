import { wilsonInterval } from '#stats/intervals/wilson.ts';
import type { GoldPurpose } from './gold.ts';

/** How often gold was passed, with Wilson's interval (95 %); null where nothing could be compared. */
export interface GoldAccuracy {
  readonly passed: number;
  readonly trials: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export function accuracyOf({ passed, trials }: { passed: number; trials: number }): GoldAccuracy {
  const { proportion, lower, upper } = wilsonInterval({ successes: passed, trials });
  return { passed, trials, share: proportion, low: lower, high: upper };
}

/** What a person made of one gold. */
export interface PersonGoldResult {
  readonly personId: string;
  readonly purpose: GoldPurpose;
  /** Null where nothing could be compared. */
  readonly passed: boolean | null;
  /** False while the gold is suspect, and for good once it was found wrong. */
  readonly counts: boolean;
  readonly concepts: readonly string[];
}

export interface PersonGold {
  readonly personId: string;
  /** Of tests only: in training people learn while they answer. */
  readonly test: GoldAccuracy;
  readonly training: GoldAccuracy;
  /** Of tests, most failed first. */
  readonly concepts: readonly { readonly concept: string; readonly accuracy: GoldAccuracy }[];
  /** Answered gold that is not counted: suspect, wrong, or not comparable. */
  readonly notCounted: number;
}

/** Each person's accuracy on gold. */
export function summarisePeople(results: readonly PersonGoldResult[]): PersonGold[] {
  return [...Map.groupBy(results, ({ personId }) => personId)].map(([personId, own]) => {
    const counted = own.filter(({ counts, passed }) => counts && passed !== null);
    const tests = counted.filter(({ purpose }) => purpose === 'test');
    return {
      personId,
      test: countPasses(tests),
      training: countPasses(counted.filter(({ purpose }) => purpose === 'training')),
      concepts: byConcept(tests),
      notCounted: own.length - counted.length,
    };
  });
}

function countPasses(results: readonly PersonGoldResult[]): GoldAccuracy {
  return accuracyOf({
    passed: results.filter(({ passed }) => passed === true).length,
    trials: results.length,
  });
}

function byConcept(results: readonly PersonGoldResult[]): PersonGold['concepts'] {
  const concepts = [...new Set(results.flatMap((result) => result.concepts))].sort();
  return concepts
    .map((concept) => ({
      concept,
      accuracy: countPasses(results.filter((result) => result.concepts.includes(concept))),
    }))
    .toSorted((one, other) => (one.accuracy.share ?? 1) - (other.accuracy.share ?? 1));
}
