import { checkGold, type GoldCheck } from '#domain/gold/check-gold.ts';
import { findSuspects } from '#domain/gold/find-suspects.ts';
import { responseIdAt } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { holdGoldAgainstRubric } from '#server/services/hold-gold-against-rubric.ts';
import type { Services } from '#server/services/services.ts';
import {
  type GoldJudgment,
  keepGoldResults,
  listEvidence,
  listWithoutResult,
  markSuspect,
} from '#server/store/gold-result-store.ts';
import { RubricReader } from './rubric-reader.ts';

const pageJudgments = 200;

type Sources = Pick<Services, 'database' | 'now'>;

/**
 * Computes what is missing of a project's gold results, and puts gold under suspicion that good annotators fail. What is
 * missing is found by looking, so nothing is lost however often this dies; running it twice, or twice at once, changes nothing.
 */
export async function computeGoldResults(services: Sources, projectId: string): Promise<void> {
  const { kysely } = services.database;
  await holdGoldAgainstRubric(kysely, projectId);
  const rubrics = new RubricReader(kysely, projectId);
  let isNew = false;
  for (;;) {
    const page = await listWithoutResult(kysely, { projectId, limit: pageJudgments });
    if (page.length === 0) break;
    isNew = true;
    const results = [];
    for (const judgment of page) results.push({ judgment, ...(await checkJudgment(rubrics, judgment)) });
    await keepGoldResults(kysely, { results, now: services.now() });
  }
  if (isNew) await suspect(kysely, { projectId, now: services.now() });
}

async function suspect(executor: Executor, of: { projectId: string; now: Date }): Promise<void> {
  const suspects = findSuspects(await listEvidence(executor, of.projectId));
  for (const [itemId, suspicion] of suspects) await markSuspect(executor, { itemId, suspicion, now: of.now });
}

/** Holds one judgment against its gold, each under the rubric that it was made with. */
export async function checkJudgment(rubrics: RubricReader, judgment: GoldJudgment): Promise<GoldCheck> {
  const seen: Rubric = await rubrics.read(judgment.rubricVersion);
  const responseIds = Array.from({ length: judgment.responseCount }, (_, index) => responseIdAt(index));
  return checkGold(
    { answers: judgment.answers, rubric: seen, responseIds },
    {
      answers: judgment.expected,
      tolerances: judgment.tolerances,
      rubric: await rubrics.read(judgment.goldRubricVersion),
    },
  );
}
