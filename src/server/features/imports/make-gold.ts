import type { HttpRefusal } from '#contract/refusals.ts';
import { answersFromVerdict } from '#domain/judging/answers-from-verdict.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Services } from '#server/services/services.ts';
import { insertImportedGolds, listVerdictItems, type VerdictItem } from '#server/store/gold-store.ts';
import {
  findImport,
  findImportProject,
  isUnfinished,
  type StoredImport,
} from '#server/store/import-store.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { publishImport } from './present-import.ts';
import { noSuchImport } from './stop-import.ts';

const pageItems = 1_000;

export interface MakeGold {
  readonly projectId: string;
  readonly importId: string;
  readonly personId: string;
  /** 0–100. */
  readonly percent: number;
}

/** Turns verdicts that came with a file into gold answers to the project's present rubric. Items keep the gold they have. */
export async function makeGold(services: Services, input: MakeGold): Promise<StoredImport | HttpRefusal> {
  const { kysely } = services.database;
  const run = await findImport(kysely, input);
  if (!run) return noSuchImport();
  if (isUnfinished(run.state))
    return refuse('import_running', 'This import is still running: make gold when it has ended.');
  const project = await findImportProject(kysely, input.projectId);
  const rubric = project?.rubric;
  if (!rubric)
    return refuse('project_not_ready', 'The project has no rubric yet: publish one, then make gold.');
  let afterId: string | null = null;
  for (;;) {
    const page: VerdictItem[] = await listVerdictItems(kysely, { ...input, afterId, limit: pageItems });
    await writePage(services, input, { page, rubric, rubricVersion: project.rubricVersion });
    afterId = page.at(-1)?.itemId ?? null;
    if (page.length < pageItems) break;
  }
  const after = await findImport(kysely, input);
  if (after) publishImport(services, after);
  return after ?? noSuchImport();
}

/** Each page is a transaction of its own: whatever was made before a failure stays, and asking again makes the rest. */
async function writePage(
  services: Services,
  input: MakeGold,
  { page, rubric, rubricVersion }: { page: readonly VerdictItem[]; rubric: Rubric; rubricVersion: number },
): Promise<void> {
  const rows = page.flatMap(({ itemId, verdict, responseIds }) => {
    if (!isDrawn(itemId, input.percent)) return [];
    const answers = answersFromVerdict({ rubric, verdict, responseIds });
    return answers ? [{ itemId, answers }] : [];
  });
  await services.database.kysely.transaction().execute((transaction) =>
    insertImportedGolds(transaction, {
      projectId: input.projectId,
      importId: input.importId,
      rubricVersion,
      createdBy: input.personId,
      now: services.now(),
      rows,
    }),
  );
}

/** Decided by the item alone, so that a larger share later contains the smaller one. */
function isDrawn(itemId: string, percent: number): boolean {
  return (seedFromText(`gold:${itemId}`) / 2 ** 53) * 100 < percent;
}
