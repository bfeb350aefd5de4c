import type pg from 'pg';
import type { Answers } from '#domain/judging/answers.ts';

/** The current judgments of an item that at least two people judged. */
export interface SharedItem {
  readonly itemId: string;
  readonly responseCount: number;
  readonly judgments: readonly {
    readonly annotatorId: string;
    readonly rubricVersion: number;
    readonly answers: Answers;
  }[];
}

interface Row {
  readonly itemId: string;
  readonly responseCount: number;
  readonly annotatorId: string;
  readonly rubricVersion: number;
  readonly answers: Answers;
}

const pageItems = 300;

/** The newest judgment and rubric, and how many items two people judged: when nothing of it moved, no agreement did. */
export async function readAgreementState(
  client: pg.ClientBase,
  projectId: string,
): Promise<{ lastJudgmentId: string | null; rubricVersion: number }> {
  const result = await client.query<{ lastJudgmentId: string | null; rubricVersion: number }>(
    `select (select id from judgments where project_id = $1 order by id desc limit 1) as "lastJudgmentId",
      (select coalesce(max(version), 0) from rubric_versions where project_id = $1) as "rubricVersion"`,
    [projectId],
  );
  return result.rows[0] ?? { lastJudgmentId: null, rubricVersion: 0 };
}

export interface JudgedCounts {
  /** Judged by anybody at all. */
  readonly judgedItems: number;
  /** Judged by two people or more. */
  readonly sharedItems: number;
  /** Of all judged items. */
  readonly judgments: number;
}

export async function countJudged(client: pg.ClientBase, projectId: string): Promise<JudgedCounts> {
  const result = await client.query<JudgedCounts>(
    `select count(*)::int as "judgedItems", (count(*) filter (where done > 1))::int as "sharedItems", coalesce(sum(done), 0)::int as judgments
     from items where project_id = $1 and done > 0`,
    [projectId],
  );
  return result.rows[0] ?? { judgedItems: 0, sharedItems: 0, judgments: 0 };
}

/**
 * Reads items that at least two people judged, page by page; of every `oneIn` prompt groups one is taken, always the
 * same ones. Call it inside a snapshot.
 */
export async function* readSharedItems(
  client: pg.ClientBase,
  query: { projectId: string; oneIn: number },
): AsyncGenerator<readonly SharedItem[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const result = await client.query<Row>({
      name: 'shared-items',
      text: `with page as materialized (
          select id, response_count from items
          where project_id = $1 and id > $2 and done > 1 and (prompt_group & 1048575) % $3::int = 0 order by id limit $4
        )
        select page.id as "itemId", page.response_count as "responseCount", j.annotator_id as "annotatorId", j.rubric_version as "rubricVersion", j.answers
        from page join assignments a on a.item_id = page.id and a.state = 'submitted' and a.takes_place join judgments j on j.id = a.judgment_id
        order by page.id, j.id`,
      values: [query.projectId, after, query.oneIn, pageItems],
    });
    const last = result.rows.at(-1);
    if (last === undefined) return;
    after = last.itemId;
    yield groupByItem(result.rows);
  }
}

function groupByItem(rows: readonly Row[]): SharedItem[] {
  const items: (SharedItem & { judgments: Row[] })[] = [];
  for (const row of rows) {
    const current = items.at(-1);
    if (current?.itemId === row.itemId) current.judgments.push(row);
    else items.push({ itemId: row.itemId, responseCount: row.responseCount, judgments: [row] });
  }
  return items;
}
