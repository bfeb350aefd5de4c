import type { listPrecedentsBeside as contract } from '#contract/adjudication.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import { listPrecedentRows } from '#server/store/adjudication-store.ts';
import { findAssignmentOf } from '#server/store/assignment-store.ts';
import type { JudgingServices } from './judging-services.ts';
import { noSuchAssignment } from './submit-judgment.ts';

const mostListed = 50;

/** Precedents for somebody who judges: words alone, and nothing that was decided on the item before them. */
export async function listBeside(
  services: Pick<JudgingServices, 'database'>,
  asked: { projectId: string; assignmentId: string; annotatorId: string; search?: string | undefined },
): Promise<ResponseOf<typeof contract> | HttpRefusal> {
  const { kysely } = services.database;
  const assignment = await findAssignmentOf(kysely, asked);
  if (assignment?.annotatorId !== asked.annotatorId) return noSuchAssignment();
  const { projectId, search } = asked;
  const exceptItemId = assignment.itemId;
  const rows = await listPrecedentRows(kysely, { projectId, search, exceptItemId, limit: mostListed });
  return {
    precedents: rows.map(({ precedentId, section, criterionKey, words, createdAt }) => ({
      ...{ precedentId, section, criterionKey, words },
      createdAt: createdAt.toISOString(),
    })),
  };
}
