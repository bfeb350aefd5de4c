import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor } from '#server/database/database.ts';

export interface OftenJudgedItem {
  readonly itemId: string;
  readonly promptStart: string | null;
  readonly judgments: readonly { readonly answers: Answers; readonly rubricVersion: number }[];
}

/** Items without gold that at least so many people judged as ordinary work, by id; the named ones, or from one on. */
export async function listOftenJudged(
  executor: Executor,
  query: {
    projectId: string;
    leastPeople: number;
    afterId: string | null;
    itemIds: readonly string[] | null;
    limit: number;
  },
): Promise<OftenJudgedItem[]> {
  const named = query.itemIds === null ? sql`` : sql`and i.id = any(${[...query.itemIds]}::uuid[])`;
  const result = await sql<OftenJudgedItem>`
    with page as materialized (
      select i.id from items i
      where i.project_id = ${query.projectId} and i.id > ${query.afterId ?? '00000000-0000-0000-0000-000000000000'}::uuid
        and i.done >= ${query.leastPeople} and i.held_at is null and i.dropped_at is null
        and not exists (select 1 from golds g where g.item_id = i.id) ${named}
      order by i.id limit ${query.limit}
    )
    select page.id as item_id, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, said.judgments
    from page join item_contents c on c.item_id = page.id
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('answers', j.answers - '{justification,span,region,writing,chat,runs,conflict}'::text[],
        'rubricVersion', j.rubric_version)), '[]') as judgments
      from assignments a join judgments j on j.id = a.judgment_id
      where a.item_id = page.id and a.state = 'submitted' and a.takes_place
    ) said
    order by page.id`.execute(executor);
  return result.rows;
}
