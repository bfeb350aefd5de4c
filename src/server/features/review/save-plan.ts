import type { HttpRefusal } from '#contract/refusals.ts';
import type { readReviewPlan as contract } from '#contract/review.ts';
import type { ResponseOf } from '#contract/route.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { checkReviewPlan, defaultReviewPlan, type ReviewPlan } from '#domain/review/review-plan.ts';
import type { Executor } from '#server/database/database.ts';
import type { Services } from '#server/services/services.ts';
import { findProject } from '#server/store/project-store.ts';
import {
  beginApplication,
  countWaiting,
  findReviewPlan,
  writeReviewPlan,
} from '#server/store/review-plan-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';

type PlanState = ResponseOf<typeof contract>;

/** The plan of a project, or what one begins with. */
export async function readPlan(executor: Executor, projectId: string): Promise<PlanState> {
  const stored = await findReviewPlan(executor, { projectId });
  const waiting = await countWaiting(executor, projectId);
  const applying =
    stored?.applyingSince == null ? null : { done: stored.appliedDone, total: stored.appliedTotal };
  return { plan: stored?.plan ?? defaultReviewPlan, revision: stored?.revision ?? 0, waiting, applying };
}

/** Replaces the plan that was seen. It holds for what is submitted from now on. */
export async function savePlan(
  services: Services,
  save: { projectId: string; personId: string; revision: number; plan: ReviewPlan },
): Promise<PlanState | HttpRefusal> {
  const { projectId, plan, revision, personId } = save;
  const refusal = await services.database.kysely.transaction().execute(async (transaction) => {
    const project = await findProject(transaction, { projectId });
    const version = project?.rubricVersion ?? 0;
    const rubric = await findRubricVersion(transaction, { projectId, version });
    const keys = (rubric?.rubric.criteria ?? []).map(({ key }) => key);
    const places = checkReviewPlan(plan, keys);
    if (places[0]) return refuse('review_plan_invalid', places[0].message, { places });
    const before = await findReviewPlan(transaction, { projectId, lock: true });
    const isNew = before === undefined || (plan.isOn && !before.plan.isOn);
    const from = isNew ? services.newId() : null;
    const now = services.now();
    if (await writeReviewPlan(transaction, { projectId, plan, revision, from, personId, now }))
      return undefined;
    return refuse(
      'stale_revision',
      'Somebody else changed the review plan meanwhile. Load it again and make your change on it.',
      { details: { revision: before?.revision ?? 0 } },
    );
  });
  return refusal ?? readPlan(services.database.kysely, projectId);
}

/** Applies the plan to what is there already; the mark and its job are written together or not at all. */
export async function applyPlan(services: Services, projectId: string): Promise<PlanState | HttpRefusal> {
  const refusal = await services.database.kysely.transaction().execute(async (transaction) => {
    const stored = await findReviewPlan(transaction, { projectId, lock: true });
    if (stored?.plan.isOn !== true)
      return refuse('review_plan_invalid', 'Reviewing is off in this project: switch the plan on first.');
    if (await beginApplication(transaction, { projectId, now: services.now() }))
      await services.jobs.send(transaction, 'review', projectId);
    return undefined;
  });
  return refusal ?? readPlan(services.database.kysely, projectId);
}
