import { computeGoldResults } from '#server/features/gold/compute-results.ts';
import { savePlan } from '#server/features/review/save-plan.ts';
import { saveRule } from '#server/features/thresholds/save-rule.ts';
import { granted } from './granted.ts';
import type { Turn } from './replay-work.ts';
import { serveGold } from './seed-gold.ts';
import { answerReviews, reviewSome } from './seed-review.ts';
import type { SeedServices } from './seed-services.ts';
import { settleSplits } from './settle-splits.ts';
import type { Watching } from './watching.ts';

const hourMs = 3_600_000;
const answeredAfterMs = 1.5 * hourMs;

/** Switches on what a lead switches on before the work begins: gold, reviews, and a rule. */
export async function watchQuality(services: SeedServices, watching: Watching): Promise<void> {
  const { projectId, leadId: personId, quality } = watching;
  await serveGold(services, watching);
  granted(await savePlan(services, { projectId, personId, revision: 0, plan: quality.reviewPlan }));
  const { name, rule } = quality.rule;
  const body = { ...rule, tiers: [...rule.tiers] };
  granted(await saveRule(services, { projectId, personId, name, rule: body, isOn: true }));
}

/** What follows while people work: sittings of the reviewer with the authors' answers, results of gold, settled items. */
export function followQuality(services: SeedServices, watching: Watching, now: Date): Turn[] {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const reviews = watching.quality.sittings.flatMap(({ hoursAgo, judgments }) => [
    { at: before(hoursAgo * hourMs), act: () => reviewSome(services, watching, judgments) },
    { at: before(hoursAgo * hourMs - answeredAfterMs), act: () => answerReviews(services, watching) },
  ]);
  const act = async () => {
    await computeGoldResults(services, watching.projectId);
    await settleSplits(services, watching);
  };
  return [...reviews, { at: before(hourMs), act }];
}
