import type { z } from 'zod';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { itemDetail } from '#contract/results.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Executor } from '#server/database/database.ts';
import { listFlagsOf } from '#server/store/flag-store.ts';
import { findResultItem, listResultJudgments, listSkipsOf } from '#server/store/result-store.ts';
import { presentItemDetail } from './present-results.ts';

/** More people than an item can ever want. */
const mostJudgments = 200;

export const noSuchItem = () => refuse('not_found', 'There is no such item in this project.');

/** One item with everything that was said about it, oldest judgment first. */
export async function readItem(
  executor: Executor,
  query: { projectId: string; itemId: string },
): Promise<z.infer<typeof itemDetail> | HttpRefusal> {
  const content = await findResultItem(executor, query);
  if (!content) return noSuchItem();
  const { projectId, itemId } = query;
  const all = { projectId, beforeId: null, limit: mostJudgments };
  const judgments = await listResultJudgments(executor, { ...all, filters: { itemId } });
  const excluded = await listResultJudgments(executor, { ...all, filters: { itemId, isExcluded: true } });
  return presentItemDetail({
    content,
    judgments: judgments.reverse(),
    excluded: excluded.reverse(),
    flags: await listFlagsOf(executor, query.itemId),
    skips: await listSkipsOf(executor, query.itemId),
  });
}
