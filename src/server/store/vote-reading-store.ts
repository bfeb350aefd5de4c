import type pg from 'pg';
import type { Answers } from '#domain/judging/answers.ts';

/** The current judgments of an item that at least two people judged, with what it is sliced by. */
export interface ReadVotedItem {
  readonly itemId: string;
  readonly responseCount: number;
  readonly domain: string | null;
  /** In the item's own order. */
  readonly models: readonly (string | null)[];
  readonly judgments: readonly {
    readonly annotatorId: string;
    readonly rubricVersion: number;
    readonly guidelineVersion: number;
    readonly submittedAt: Date;
    readonly answers: Answers;
  }[];
}

type Judgment = ReadVotedItem['judgments'][number];
interface Row extends Omit<ReadVotedItem, 'judgments' | 'models'>, Judgment {
  readonly models: readonly (string | null)[] | null;
}

export interface VoteCounts {
  readonly judgments: number;
  readonly items: number;
  readonly sharedItems: number;
  readonly annotators: number;
}

/** What was judged at all; dropped items do not count. */
export async function countVotes(client: pg.ClientBase, projectId: string): Promise<VoteCounts> {
  const result = await client.query<VoteCounts>(
    `select count(*)::int as items, (count(*) filter (where done > 1))::int as "sharedItems", coalesce(sum(done), 0)::int as judgments,
      (select count(distinct annotator_id)::int from assignments where project_id = $1 and state = 'submitted' and takes_place) as annotators
     from items where project_id = $1 and done > 0 and dropped_at is null`,
    [projectId],
  );
  return result.rows[0] ?? { judgments: 0, items: 0, sharedItems: 0, annotators: 0 };
}

/** Small, so that requests get their turn between two pages. */
const pageItems = 50;

/**
 * Reads the items page by page; of every `oneIn` prompt groups one is taken, always the same ones. Of the contents only
 * the models' names travel, and of the answers nothing that is not measured. Call it inside a snapshot.
 */
export async function* readVotedItems(
  client: pg.ClientBase,
  query: { projectId: string; oneIn: number },
): AsyncGenerator<readonly ReadVotedItem[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const result = await client.query<Row>({
      name: 'voted-items',
      text: `with page as materialized (
          select id, response_count from items
          where project_id = $1 and id > $2 and done > 1 and dropped_at is null and (prompt_group & 1048575) % $3::int = 0
          order by id limit $4
        ), described as materialized (
          select page.id, page.response_count, c.metadata ->> 'domain' as domain,
            (select array_agg(r.response ->> 'model' order by r.place)
             from jsonb_array_elements(c.responses) with ordinality as r (response, place)) as models
          from page join item_contents c on c.item_id = page.id
        )
        select d.id as "itemId", d.response_count as "responseCount", d.domain, d.models, j.annotator_id as "annotatorId",
          j.rubric_version as "rubricVersion", j.guideline_version as "guidelineVersion", j.submitted_at as "submittedAt",
          j.answers - '{justification,span,region,writing,chat,runs,conflict}'::text[] as answers
        from described d join assignments a on a.item_id = d.id and a.state = 'submitted' and a.takes_place join judgments j on j.id = a.judgment_id
        order by d.id, j.id`,
      values: [query.projectId, after, query.oneIn, pageItems],
    });
    const last = result.rows.at(-1);
    if (last === undefined) return;
    after = last.itemId;
    yield groupByItem(result.rows);
  }
}

function groupByItem(rows: readonly Row[]): ReadVotedItem[] {
  const items: (ReadVotedItem & { judgments: Judgment[] })[] = [];
  for (const row of rows) {
    const current = items.at(-1);
    if (current?.itemId === row.itemId) current.judgments.push(row);
    else items.push({ ...row, models: row.models ?? [], judgments: [row] });
  }
  return items;
}
