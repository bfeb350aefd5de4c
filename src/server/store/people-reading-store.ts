import type pg from 'pg';
import type { SeenItem } from '#domain/people-quality/collect-people-votes.ts';
import type { Timeline } from '#domain/people-quality/people-votes.ts';

/** Everybody who submitted anything. */
export async function listAnnotators(client: pg.ClientBase, projectId: string): Promise<string[]> {
  const result = await client.query<{ annotatorId: string }>(
    `select distinct annotator_id as "annotatorId" from assignments where project_id = $1 and state = 'submitted' order by 1`,
    [projectId],
  );
  return result.rows.map(({ annotatorId }) => annotatorId);
}

/** Numbers only, so that a page may be long. */
const pageTimes = 5_000;

/** When a person submitted and how long each task took, oldest first; read from the newest back, along the index. */
export async function readTimeline(
  client: pg.ClientBase,
  query: { projectId: string; annotatorId: string },
): Promise<Timeline> {
  const [atMs, activeMs]: [number[], number[]] = [[], []];
  let before: { at: string; id: string } | null = null;
  for (;;) {
    const page: { rows: TimeRow[] } = await client.query<TimeRow>({
      name: 'person-timeline',
      // Times keep their microseconds as text: cut to milliseconds, a cursor would skip or repeat rows.
      text: `select a.id, a.finished_at::text as at, extract(epoch from a.finished_at)::float8 * 1000 as "atMs", j.active_ms as "activeMs"
        from assignments a join judgments j on j.id = a.judgment_id
        where a.project_id = $1 and a.annotator_id = $2 and a.state = 'submitted'
          and ($3::timestamptz is null or a.finished_at < $3 or (a.finished_at = $3 and a.id < $4::uuid))
        order by a.finished_at desc, a.id desc limit $5`,
      values: [query.projectId, query.annotatorId, before?.at ?? null, before?.id ?? null, pageTimes],
    });
    for (const row of page.rows) {
      atMs.push(Math.floor(row.atMs));
      activeMs.push(row.activeMs);
    }
    const last = page.rows.at(-1);
    if (last === undefined || page.rows.length < pageTimes) break;
    before = { at: last.at, id: last.id };
  }
  return { atMs: Float64Array.from(atMs.reverse()), activeMs: Float64Array.from(activeMs.reverse()) };
}

interface TimeRow {
  readonly id: string;
  readonly at: string;
  readonly atMs: number;
  readonly activeMs: number;
}

interface Row {
  readonly itemId: string;
  readonly promptGroup: string;
  /** With the first judgment of an item only. */
  readonly responses: SeenItem['responses'] | null;
  readonly annotatorId: string;
  readonly rubricVersion: number;
  readonly finishedAt: Date;
  readonly activeMs: number;
  readonly isSettled: boolean;
  /** A permutation of 1..n. */
  readonly shownOrder: readonly number[];
  readonly answers: SeenItem['judgments'][number]['answers'];
}

/** Small, so that requests get their turn between two pages: texts come along. */
const pageItems = 40;

/**
 * Reads what was judged and what was seen then, page by page; of every `oneIn` prompt groups one is taken, always the
 * same ones, so that all items of a prompt come or none. Call it inside a snapshot.
 */
export async function* readSeenItems(
  client: pg.ClientBase,
  query: { projectId: string; oneIn: number; now: Date },
): AsyncGenerator<readonly SeenItem[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const result = await client.query<Row>({
      name: 'seen-items',
      text: `with page as materialized (
          select id, prompt_group from items
          where project_id = $1 and id > $2 and done > 0 and dropped_at is null and (prompt_group & 1048575) % $3::int = 0
          order by id limit $4
        ), judged as (
          select page.id, page.prompt_group, j.id as judgment_id, j.annotator_id, j.rubric_version, j.active_ms, a.finished_at, a.shown_order,
            a.finished_at + p.amend_window_ms * interval '1 millisecond' <= $5 as is_settled,
            j.answers - '{span,region,writing,chat,runs,conflict}'::text[] as answers,
            row_number() over (partition by page.id order by j.id) as place
          from page join assignments a on a.item_id = page.id and a.state = 'submitted' and a.repeats_id is null join judgments j on j.id = a.judgment_id
            join projects p on p.id = $1
        )
        select judged.id as "itemId", judged.prompt_group::text as "promptGroup", judged.annotator_id as "annotatorId",
          judged.rubric_version as "rubricVersion", judged.active_ms as "activeMs", judged.finished_at as "finishedAt",
          judged.is_settled as "isSettled", judged.shown_order as "shownOrder", judged.answers,
          (select jsonb_agg(jsonb_build_object('id', 'r' || r.place, 'text', coalesce(r.response ->> 'text', ''), 'model', r.response ->> 'model') order by r.place)
           from jsonb_array_elements(c.responses) with ordinality as r (response, place)) as responses
        from judged left join item_contents c on c.item_id = judged.id and judged.place = 1
        order by judged.id, judged.place`,
      values: [query.projectId, after, query.oneIn, pageItems, query.now],
    });
    const last = result.rows.at(-1);
    if (last === undefined) return;
    after = last.itemId;
    yield groupByItem(result.rows);
  }
}

function groupByItem(rows: readonly Row[]): SeenItem[] {
  const items: (Omit<SeenItem, 'judgments'> & { judgments: SeenItem['judgments'][number][] })[] = [];
  for (const { itemId, promptGroup, responses, finishedAt, shownOrder, ...row } of rows) {
    const judgment = {
      ...row,
      atMs: finishedAt.getTime(),
      shownOrder: shownOrder.map((place) => place - 1),
    };
    const current = items.at(-1);
    if (current?.itemId === itemId) current.judgments.push(judgment);
    else items.push({ itemId, promptGroup, responses: responses ?? [], judgments: [judgment] });
  }
  return items;
}
