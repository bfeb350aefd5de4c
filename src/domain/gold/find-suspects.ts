import { poissonBinomialTail } from '#stats/distributions/poisson-binomial.ts';

/** One person's answer to one gold, as far as it could be compared. */
export interface GoldResult {
  readonly goldId: string;
  readonly personId: string;
  readonly passed: boolean;
  /** True where a lead confirmed the gold after this answer: it still tells how good the person is. */
  readonly isSettled?: boolean;
}

/** Why a gold is under suspicion. */
export interface Suspicion {
  /** Good annotators who answered it, and how many of them failed. */
  readonly goodPeople: number;
  readonly failed: number;
  /** How many of them would have failed by their usual mistakes. */
  readonly expectedFailures: number;
  /** How likely so many failures are by those mistakes alone. */
  readonly pValue: number;
}

export const suspicionRule = {
  /** Other gold that a person must have answered before they say anything about this one. */
  leastOtherGold: 5,
  leastGoodPeople: 3,
  /** Share of the good annotators who failed it. */
  leastFailedShare: 0.5,
  mostPValue: 0.01,
} as const;

interface Record {
  passes: number;
  trials: number;
}

/**
 * Finds gold that good annotators fail more often than their usual mistakes explain. Who is good is measured on the other
 * gold only: whoever failed a wrong gold must not seem worse for it. Good is who passes other gold at least as often as the
 * median of those who answered this one.
 */
export function findSuspects(results: readonly GoldResult[]): Map<string, Suspicion> {
  const people = new Map<string, Record>();
  for (const { personId, passed } of results) {
    const record = people.get(personId) ?? { passes: 0, trials: 0 };
    record.passes += passed ? 1 : 0;
    record.trials += 1;
    people.set(personId, record);
  }
  const suspects = new Map<string, Suspicion>();
  for (const [goldId, answers] of Map.groupBy(results, (result) => result.goldId)) {
    const suspicion = weigh(answers, people);
    if (suspicion !== null) suspects.set(goldId, suspicion);
  }
  return suspects;
}

function weigh(answers: readonly GoldResult[], people: ReadonlyMap<string, Record>): Suspicion | null {
  const judges = answers.flatMap(({ personId, passed, isSettled = false }) => {
    if (isSettled) return [];
    const all = people.get(personId) ?? { passes: 0, trials: 0 };
    const others = { passes: all.passes - (passed ? 1 : 0), trials: all.trials - 1 };
    return others.trials < suspicionRule.leastOtherGold ? [] : [{ passed, others }];
  });
  const accuracyOf = ({ others }: (typeof judges)[number]) => others.passes / others.trials;
  const median = medianOf(judges.map(accuracyOf));
  const good = judges.filter((judge) => accuracyOf(judge) >= median);
  const failed = good.filter(({ passed }) => !passed).length;
  if (good.length < suspicionRule.leastGoodPeople) return null;
  if (failed < suspicionRule.leastFailedShare * good.length) return null;
  // With Laplace's rule nobody counts as without fault, however few gold they answered.
  const chances = good.map(({ others }) => (others.trials - others.passes + 1) / (others.trials + 2));
  const pValue = poissonBinomialTail({ chances, atLeast: failed });
  if (pValue > suspicionRule.mostPValue) return null;
  const expectedFailures = chances.reduce((sum, chance) => sum + chance, 0);
  return { goodPeople: good.length, failed, expectedFailures, pValue };
}

/** The lower of the two middle ones, so that at least half are good. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 1;
}
