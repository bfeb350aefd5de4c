import type { z } from 'zod';
import type { unanimousItem } from '#contract/gold-records.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { findUnanimous } from '#domain/gold/find-unanimous.ts';
import type { GoldDifficulty, GoldPurpose } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { Executor } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { encodeCursor } from '#server/http/paging.ts';
import { readIdCursor } from '#server/http/read-id-cursor.ts';
import type { Services } from '#server/services/services.ts';
import { insertUnanimousGold } from '#server/store/gold-writing-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { listOftenJudged, type OftenJudgedItem } from '#server/store/unanimous-store.ts';
import { RubricReader } from './rubric-reader.ts';

type Unanimous = z.infer<typeof unanimousItem>;

const pageItems = 200;
/** Items looked at for one page of the list: a project in which nobody agrees must not be read whole. */
const mostPages = 20;

/** Items of which everybody said the same, as they would become gold. */
export async function listUnanimous(
  services: Services,
  query: { projectId: string; leastPeople: number; limit: number; cursor?: string | undefined },
): Promise<{ rows: Unanimous[]; nextCursor: string | null } | HttpRefusal> {
  const { kysely } = services.database;
  const start = readIdCursor(query.cursor);
  if (start !== null && typeof start !== 'string') return start;
  const agree = await readAgreement(kysely, query);
  const rows: Unanimous[] = [];
  let afterId: string | null = start;
  for (let page = 0; page < mostPages; page += 1) {
    const items: OftenJudgedItem[] = await listOftenJudged(kysely, {
      ...query,
      afterId,
      itemIds: null,
      limit: pageItems,
    });
    for (const item of items) {
      afterId = item.itemId;
      const answers = await agree(item);
      if (answers) rows.push(present(item, answers));
      if (rows.length === query.limit) return { rows, nextCursor: encodeCursor([item.itemId]) };
    }
    if (items.length < pageItems) return { rows, nextCursor: null };
  }
  return { rows, nextCursor: afterId === null ? null : encodeCursor([afterId]) };
}

function present(item: OftenJudgedItem, answers: Answers): Unanimous {
  return {
    itemId: item.itemId,
    promptPreview: lineOf(item.promptStart ?? ''),
    people: item.judgments.length,
    answers: answers as Unanimous['answers'],
  };
}

/** Makes gold of those of the named items that are still unanimous. */
export async function makeUnanimous(
  services: Services,
  input: {
    projectId: string;
    itemIds: readonly string[];
    leastPeople: number;
    concepts: readonly string[];
    difficulty: GoldDifficulty;
    purpose: GoldPurpose;
    personId: string;
  },
): Promise<{ made: number; leftOut: number }> {
  const made = await transact(services.database.kysely, async (transaction) => {
    // Held, so that no new rubric is published between the look and the write.
    const project = await findProject(transaction, { projectId: input.projectId, lock: true });
    const agree = await readAgreement(transaction, input);
    const items = await listOftenJudged(transaction, {
      ...input,
      afterId: null,
      limit: input.itemIds.length,
    });
    const rows = [];
    for (const item of items) {
      const answers = await agree(item);
      if (answers) rows.push({ itemId: item.itemId, answers });
    }
    const itemIds = await insertUnanimousGold(transaction, {
      projectId: input.projectId,
      rows,
      about: input,
      rubricVersion: project?.rubricVersion ?? 0,
      createdBy: input.personId,
      now: services.now(),
    });
    return itemIds.length;
  });
  return { made, leftOut: new Set(input.itemIds).size - made };
}

/** What people said alike of an item under the rubric of today, or null. */
async function readAgreement(
  executor: Executor,
  { projectId, leastPeople }: { projectId: string; leastPeople: number },
): Promise<(item: OftenJudgedItem) => Promise<Answers | null>> {
  const rubrics = new RubricReader(executor, projectId);
  const now = await rubrics.read((await findProject(executor, { projectId }))?.rubricVersion ?? 0);
  return async (item) => {
    const judgments = [];
    for (const { answers, rubricVersion } of item.judgments)
      judgments.push({ answers, rubric: await rubrics.read(rubricVersion) });
    return findUnanimous({ judgments, rubric: now, leastPeople });
  };
}
