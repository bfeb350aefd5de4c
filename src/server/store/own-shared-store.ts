import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor } from '#server/database/database.ts';

export interface OwnSharedRow {
  readonly itemId: string;
  readonly responseCount: number;
  readonly annotatorId: string;
  readonly rubricVersion: number;
  readonly answers: Answers;
}

/** Everybody's current judgments of the items that this person judged last and that others judged too. */
export async function listOwnShared(
  executor: Executor,
  query: { projectId: string; annotatorId: string; atMostItems: number },
): Promise<OwnSharedRow[]> {
  const result = await sql<OwnSharedRow>`
    with own as materialized (
      select i.id, i.response_count from assignments a join items i on i.id = a.item_id
      where a.project_id = ${query.projectId} and a.annotator_id = ${query.annotatorId} and a.state = 'submitted' and i.done > 1
      order by a.finished_at desc limit ${query.atMostItems}
    )
    select own.id as item_id, own.response_count, j.annotator_id, j.rubric_version, j.answers
    from own join assignments a on a.item_id = own.id and a.state = 'submitted' join judgments j on j.id = a.judgment_id
    order by own.id, j.id`.execute(executor);
  return result.rows;
}
