import type pg from 'pg';
import type { Typing } from '#domain/judging/typing.ts';
import type { SeenTyping } from '#domain/people-quality/collect-people-votes.ts';
import type { Executor } from '#server/database/database.ts';

/** Keeps how a task was written; sent again, it stays as it was first. */
export async function keepTyping(
  executor: Executor,
  record: { projectId: string; assignmentId: string; typing: Typing },
): Promise<void> {
  const { projectId, assignmentId, typing } = record;
  await executor
    .insertInto('typingRecords')
    .values({ projectId, assignmentId, ...typing })
    .onConflict((conflict) => conflict.column('assignmentId').doNothing())
    .execute();
}

/** Newest ones first; more than this would say nothing more. */
const mostRecords = 50_000;

/** How everybody wrote, in tasks that were submitted. */
export async function listTyping(client: pg.ClientBase, projectId: string): Promise<SeenTyping[]> {
  const result = await client.query<SeenTyping>(
    `select a.annotator_id as "annotatorId", a.item_id as "itemId", t.typed, t.pasted
      from typing_records t join assignments a on a.id = t.assignment_id
      where t.project_id = $1 and a.state = 'submitted' order by a.finished_at desc limit ${mostRecords}`,
    [projectId],
  );
  return result.rows;
}
