import type { z } from 'zod';
import type { goldOverview } from '#contract/gold-records.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { noGold } from '#domain/gold/decide-serving.ts';
import { suspicionRule } from '#domain/gold/find-suspects.ts';
import { listGoldNotes } from '#domain/gold/gold-notes.ts';
import { accuracyOf } from '#domain/gold/person-accuracy.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { encodeCursor } from '#server/http/paging.ts';
import { readIdCursor } from '#server/http/read-id-cursor.ts';
import type { Services } from '#server/services/services.ts';
import {
  countConcepts,
  countGold,
  findGold,
  type GoldFilters,
  listGoldRows,
  readGoldSettings,
} from '#server/store/gold-reading-store.ts';
import { readItemContent } from '#server/store/item-content-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { type GoldDetail, type GoldRow, presentGoldDetail, presentGoldRow } from './present-gold.ts';
import { RubricReader } from './rubric-reader.ts';

export const noSuchGold = () =>
  refuse('not_found', 'This item is not gold, or not in this project: give its expected answers first.');

/** How gold is served, what there is, and what stands in its way. */
export async function readOverview(
  services: Services,
  projectId: string,
): Promise<z.infer<typeof goldOverview>> {
  const { kysely } = services.database;
  const settings = (await readGoldSettings(kysely, projectId)) ?? noGold;
  const counts = await countGold(kysely, projectId);
  const concepts = await countConcepts(kysely, projectId);
  const { draft, active, suspect, retired, servableTests, servableTraining } = counts;
  return {
    settings,
    states: { draft, active, suspect, retired },
    concepts: concepts.map(({ passed, trials, ...concept }) => ({
      ...concept,
      accuracy: accuracyOf({ passed, trials }),
    })),
    notes: listGoldNotes({
      settings,
      servable: { test: servableTests, training: servableTraining },
      unusable: counts.unusable,
      annotators: counts.annotators,
      leastGoodPeople: suspicionRule.leastGoodPeople,
    }),
  };
}

export async function listGold(
  services: Services,
  query: { projectId: string; limit: number; cursor?: string | undefined } & GoldFilters,
): Promise<{ rows: GoldRow[]; nextCursor: string | null } | HttpRefusal> {
  const { projectId, limit, cursor, ...filters } = query;
  const { kysely } = services.database;
  const beforeId = readIdCursor(cursor);
  if (beforeId !== null && typeof beforeId !== 'string') return beforeId;
  const found = await listGoldRows(kysely, { projectId, filters, beforeId, limit: limit + 1 });
  const page = found.slice(0, limit);
  const rubrics = new RubricReader(kysely, projectId);
  const now = await rubrics.read((await findProject(kysely, { projectId }))?.rubricVersion ?? 0);
  const rows: GoldRow[] = [];
  for (const gold of page)
    rows.push(presentGoldRow(gold, { made: await rubrics.read(gold.rubricVersion), now }));
  const last = page.at(-1);
  return { rows, nextCursor: found.length > limit && last ? encodeCursor([last.itemId]) : null };
}

/** One gold with its answers. */
export async function readGold(
  services: Services,
  query: { projectId: string; itemId: string },
): Promise<GoldDetail | HttpRefusal> {
  const { kysely } = services.database;
  const { projectId, itemId } = query;
  const gold = await findGold(kysely, { projectId, itemId });
  const content = gold && (await readItemContent(kysely, itemId));
  if (!gold || !content) return noSuchGold();
  const rubrics = new RubricReader(kysely, projectId);
  const version = (await findProject(kysely, { projectId }))?.rubricVersion ?? 0;
  return presentGoldDetail(gold, {
    content,
    made: await rubrics.read(gold.rubricVersion),
    now: await rubrics.read(version),
  });
}
