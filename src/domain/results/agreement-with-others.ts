import type { Rubric } from '#domain/rubrics/rubric.ts';
import { wilsonInterval } from '#stats/intervals/wilson.ts';
import { type AgreementJudgment, listAgreementValues } from './agreement-values.ts';

/** A judgment with the version of the rubric that it was given under. */
export interface VersionedJudgment extends AgreementJudgment {
  readonly rubricVersion: number;
}

/** How often one person said the same as the others who judged the same items. */
export interface AgreementWithOthers {
  /** Mean over shared items of the share of others who said the same. */
  readonly share: number;
  /** Where the true share probably lies (95 %). */
  readonly lower: number;
  readonly upper: number;
  readonly sharedItems: number;
}

/** Fewer shared items than this say nothing yet. */
export const leastSharedItems = 10;

interface Tally {
  same: number;
  compared: number;
}

/**
 * Compares one person's judgments with everybody else's of the same items: by the overall criterion where the rubric
 * has one, else by all. Only answers given under the same version of the rubric are compared. Null below
 * {@link leastSharedItems}. Items are the trials of the interval, since the answers within one item depend on each other.
 */
export function agreementWithOthers(input: {
  readonly annotatorId: string;
  readonly rubrics: ReadonlyMap<number, Rubric>;
  readonly judgments: readonly VersionedJudgment[];
}): AgreementWithOthers | null {
  const tallies = new Map<string, Tally>();
  for (const [version, rubric] of input.rubrics) {
    const comparable = input.judgments.filter((judgment) => judgment.rubricVersion === version);
    addVersion(tallies, { rubric, judgments: comparable, annotatorId: input.annotatorId });
  }
  const shares = [...tallies.values()]
    .filter(({ compared }) => compared > 0)
    .map(({ same, compared }) => same / compared);
  if (shares.length < leastSharedItems) return null;
  const sum = shares.reduce((total, share) => total + share, 0);
  const interval = wilsonInterval({ successes: Math.round(sum), trials: shares.length });
  return {
    share: sum / shares.length,
    lower: interval.lower ?? 0,
    upper: interval.upper ?? 1,
    sharedItems: shares.length,
  };
}

function addVersion(
  tallies: Map<string, Tally>,
  {
    rubric,
    judgments,
    annotatorId,
  }: { rubric: Rubric; judgments: readonly AgreementJudgment[]; annotatorId: string },
): void {
  for (const { criterionKey, unitIds, annotatorIds, values } of listAgreementValues(rubric, judgments)) {
    if (rubric.overallKey !== null && criterionKey !== rubric.overallKey) continue;
    const own = new Map<string, number>();
    unitIds.forEach((unitId, index) => {
      if (annotatorIds[index] === annotatorId) own.set(unitId, values[index] ?? Number.NaN);
    });
    unitIds.forEach((unitId, index) => {
      const mine = own.get(unitId);
      if (mine === undefined || annotatorIds[index] === annotatorId) return;
      const itemId = unitId.split('/')[0] ?? unitId;
      const tally = tallies.get(itemId) ?? { same: 0, compared: 0 };
      tally.compared += 1;
      if (values[index] === mine) tally.same += 1;
      tallies.set(itemId, tally);
    });
  }
}
