import type { OverlapState } from '#contract/overlap.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { type AdaptiveOverlap, decidingQuestion, explainAdaptive } from '#domain/queue/adaptive-overlap.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { changeAdaptive, countOverlap, findAdaptive, listSplitItems } from '#server/store/overlap-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';

const mostSplitShown = 50;

/** What answers decide in a project, and what came of it. */
export async function readOverlap(
  services: Services,
  projectId: string,
): Promise<OverlapState | HttpRefusal> {
  const { kysely } = services.database;
  const found = await findAdaptive(kysely, { projectId });
  if (found === undefined) return noProject();
  const split = await listSplitItems(kysely, { projectId, atMost: mostSplitShown });
  return {
    settings: found.settings,
    decidingLabel: await findDecidingLabel(kysely, { projectId, version: found.rubricVersion }),
    balance: found.balance,
    ...(await countOverlap(kysely, projectId)),
    splitItems: split.map((item) => ({ ...item, decidedAt: item.decidedAt.toISOString() })),
  };
}

/** Lets answers decide, in other numbers, or no more; what is settled stays settled. */
export async function setOverlap(
  services: Services,
  { projectId, settings }: { projectId: string; settings: AdaptiveOverlap | null },
): Promise<OverlapState | HttpRefusal> {
  const refusal = await transact(services.database.kysely, async (transaction) => {
    const found = await findAdaptive(transaction, { projectId, lock: true });
    if (found === undefined) return noProject();
    if (settings === null) {
      await changeAdaptive(transaction, { projectId, settings, balance: 0 });
      return null;
    }
    const problem = explainAdaptive(settings, found.overlap);
    if (problem !== null) return invalid(problem);
    const label = await findDecidingLabel(transaction, { projectId, version: found.rubricVersion });
    if (label === null) return invalid(noQuestion);
    const spent = (found.settings?.extra ?? 0) - found.balance;
    await changeAdaptive(transaction, { projectId, settings, balance: Math.max(0, settings.extra - spent) });
    await services.jobs.send(transaction, 'overlap', projectId);
    return null;
  });
  return refusal !== null && isRefusal(refusal) ? refusal : readOverlap(services, projectId);
}

const noQuestion =
  'Answers cannot decide here: the rubric has neither an overall preference or ranking nor a choice about the task. Add one, and name it as the overall criterion.';

function invalid(message: string): HttpRefusal {
  return refuse('overlap_invalid', message, { places: [{ path: 'body.settings', message }] });
}

function noProject(): HttpRefusal {
  return refuse('not_found', 'There is no such project.');
}

async function findDecidingLabel(
  executor: Executor,
  query: { projectId: string; version: number },
): Promise<string | null> {
  const rubric = (await findRubricVersion(executor, query))?.rubric as Rubric | undefined;
  if (rubric === undefined) return null;
  const question = decidingQuestion(rubric, [responseIdAt(0), responseIdAt(1)]);
  return question === null ? null : (findCriterion(rubric, question.key)?.label ?? null);
}
