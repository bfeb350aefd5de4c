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

/**
 * Everybody's current judgments of the items that this person judged last and that others judged too. Not of those that the
 * person may still change: whoever sees the share move with their own answer knows what others said.
 */
export async function listOwnShared(
  executor: Executor,
  query: { projectId: string; annotatorId: string; atMostItems: number; now: Date },
): Promise<OwnSharedRow[]> {
  const result = await sql<OwnSharedRow>`
    with own as materialized (
      select i.id, i.response_count from assignments a join items i on i.id = a.item_id join projects p on p.id = a.project_id
      where a.project_id = ${query.projectId} and a.annotator_id = ${query.annotatorId} and a.state = 'submitted' and a.repeats_id is null
        -- Gold that others judged too counts as shared work: were it missing here, it could be told by that.
        and (i.done > 1 or (a.gold_purpose is not null and exists (
          select 1 from assignments o where o.item_id = a.item_id and o.id <> a.id and o.state = 'submitted')))
        and a.finished_at + p.amend_window_ms * interval '1 millisecond' <= ${query.now}
      order by a.finished_at desc limit ${query.atMostItems}
    )
    select own.id as item_id, own.response_count, j.annotator_id, j.rubric_version, j.answers
    from own join assignments a on a.item_id = own.id and a.state = 'submitted' and a.repeats_id is null join judgments j on j.id = a.judgment_id
    order by own.id, j.id`.execute(executor);
  return result.rows;
}
