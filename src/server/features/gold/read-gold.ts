import type { z } from 'zod';
import type { goldOverview } from '#contract/gold-records.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { type GoldSettings, noGold } from '#domain/gold/decide-serving.ts';
import { suspicionRule } from '#domain/gold/find-suspects.ts';
import { listGoldNotes } from '#domain/gold/gold-notes.ts';
import { accuracyOf } from '#domain/gold/person-accuracy.ts';
import { oldestServedSince } from '#domain/gold/rest.ts';
import { canBeGold } from '#domain/gold/tolerance.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { encodeCursor } from '#server/http/paging.ts';
import { readIdCursor } from '#server/http/read-id-cursor.ts';
import type { Services } from '#server/services/services.ts';
import {
  countConcepts,
  countGold,
  findGold,
  type GoldFilters,
  listConcepts,
  listGoldRows,
  type RestLimits,
  readGoldSettings,
} from '#server/store/gold-reading-store.ts';
import { readItemContent } from '#server/store/item-content-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { type GoldDetail, type GoldRow, presentGoldDetail, presentGoldRow } from './present-gold.ts';
import { RubricReader } from './rubric-reader.ts';

export const noSuchGold = () =>
  refuse('not_found', 'This item is not gold, or not in this project: give its expected answers first.');

const restLimits = (settings: GoldSettings, now: Date): RestLimits => ({
  mostPeople: settings.mostPeople,
  servedAfter: oldestServedSince(settings, now),
});

/** What a page of gold is shown by: the settings and the newest rubric. */
async function readToday({ database, now }: Services, projectId: string) {
  const { kysely } = database;
  const rubrics = new RubricReader(kysely, projectId);
  const version = (await findProject(kysely, { projectId }))?.rubricVersion ?? 0;
  return {
    rubrics,
    settings: (await readGoldSettings(kysely, projectId)) ?? noGold,
    now: await rubrics.read(version),
    at: now(),
  };
}

/** How gold is served, what there is, and what stands in its way. */
export async function readOverview(
  services: Services,
  projectId: string,
): Promise<z.infer<typeof goldOverview>> {
  const { kysely } = services.database;
  const { settings, at, now: rubric } = await readToday(services, projectId);
  const limits = restLimits(settings, at);
  const counts = await countGold(kysely, { projectId, limits });
  const concepts = await countConcepts(kysely, projectId);
  const { draft, active, resting, suspect, retired, servableTests, servableTraining } = counts;
  return {
    settings,
    states: { draft, active, resting, suspect, retired },
    concepts: concepts.map(({ passed, trials, ...concept }) => ({
      ...concept,
      accuracy: accuracyOf({ passed, trials }),
    })),
    choices: {
      concepts: await listConcepts(kysely, projectId),
      criteria: rubric.criteria.filter(canBeGold).map(({ key, label }) => ({ key, label })),
    },
    notes: listGoldNotes({
      settings,
      servable: { test: servableTests, training: servableTraining },
      unusable: counts.unusable,
      resting,
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
  const { rubrics, ...today } = await readToday(services, projectId);
  const limits = restLimits(today.settings, today.at);
  const found = await listGoldRows(kysely, { projectId, filters, limits, beforeId, limit: limit + 1 });
  const page = found.slice(0, limit);
  const rows: GoldRow[] = [];
  for (const gold of page)
    rows.push(presentGoldRow(gold, { ...today, made: await rubrics.read(gold.rubricVersion) }));
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
  const { rubrics, ...today } = await readToday(services, projectId);
  return presentGoldDetail(gold, { ...today, content, made: await rubrics.read(gold.rubricVersion) });
}
