import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Executor } from '#server/database/database.ts';

/** The beginning of the last message; the whole of a long conversation is never read for a list. */
const promptStart = sql`left(c.prompt -> -1 ->> 'content', 300)`;

export interface ResultItem {
  readonly itemId: string;
  readonly promptStart: string | null;
  readonly responseCount: number;
  readonly judgments: number;
  readonly wanted: number;
  readonly flags: number;
  readonly skips: number;
  readonly heldAt: Date | null;
  readonly droppedAt: Date | null;
  readonly hasGold: boolean;
  readonly hasSourceVerdict: boolean;
  readonly domain: string | null;
  readonly createdAt: Date;
}

export type ItemState = 'untouched' | 'started' | 'done' | 'flagged' | 'held';

const itemStates: Readonly<Record<ItemState, RawBuilder<SqlBool>>> = {
  untouched: sql`i.done = 0 and i.remaining = i.wanted and i.wanted > 0`,
  started: sql`i.done < i.wanted and i.remaining < i.wanted`,
  done: sql`i.done >= i.wanted`,
  flagged: sql`i.id in (select item_id from flags where flags.project_id = i.project_id and resolved_at is null)`,
  held: sql`i.held_at is not null`,
};

export interface ItemFilters {
  readonly state?: ItemState | undefined;
  /** Two people: items that both judged otherwise. */
  readonly differ?: readonly string[] | undefined;
  /** A criterion: items on which people gave different answers to it. */
  readonly differOn?: string | undefined;
  readonly domain?: string | undefined;
}

/** The answers to one criterion, whatever it is asked of; keys are unique in a rubric. */
export function answerTo(key: RawBuilder<unknown>): RawBuilder<unknown> {
  const kinds = ['pair', 'ranking', 'response', 'task', 'turn', 'step'];
  const answers = kinds.map((kind) => sql`j.answers -> ${sql.lit(kind)} -> ${key}`);
  // Of a way through a dialogue only what was chosen on it: branches that were left say nothing.
  return sql`coalesce(${sql.join(answers)}, j.answers -> 'continuation' -> ${key} -> 'path')`;
}

/**
 * What of a judgment is compared between two people: of a preference which one is better, else the answer to the
 * overall criterion; without one everything that is asked of the whole.
 */
export const compared = sql`coalesce(
  (j.answers -> 'pair' -> (rv.rubric ->> 'overallKey')) - 'strength',
  j.answers -> 'ranking' -> (rv.rubric ->> 'overallKey'),
  case when rv.rubric ->> 'overallKey' is null
    then jsonb_build_array(
      j.answers - '{justification,confidence,unsettled,conflict,span,region,writing,chat,runs,continuation}'::text[],
      jsonb_path_query_array(j.answers, '$.continuation.*.path')) end
)`;

function conditionsOf(
  projectId: string,
  { state, differ, differOn, domain }: ItemFilters,
): RawBuilder<SqlBool>[] {
  // Asked item by item in the list's own order, so that a page of a large project needs no look at all the others.
  const judged = sql`from assignments a join judgments j on j.id = a.judgment_id
    join rubric_versions rv on rv.project_id = j.project_id and rv.version = j.rubric_version
    where a.item_id = i.id and a.state = 'submitted' and a.takes_place`;
  return [
    ...(state === undefined ? [] : [itemStates[state]]),
    ...(differ === undefined
      ? []
      : [
          // Both people's own items are found by index; only what both judged is looked into.
          ...differ.map(
            (personId) =>
              sql<SqlBool>`i.id in (select item_id from assignments
                where project_id = ${projectId} and annotator_id = ${personId} and state = 'submitted' and takes_place)`,
          ),
          sql<SqlBool>`i.done > 1 and (select count(distinct ${compared}) = 2 ${judged} and a.annotator_id = any(${[...differ]}::uuid[]))`,
        ]),
    ...(differOn === undefined
      ? []
      : [
          sql<SqlBool>`i.done > 1 and (select count(distinct ${answerTo(sql`${differOn}::text`)}) > 1 ${judged})`,
        ]),
    ...(domain === undefined
      ? []
      : [
          sql<SqlBool>`exists (select 1 from item_contents where item_id = i.id and metadata ->> 'domain' = ${domain})`,
        ]),
  ];
}

/** Items in the order they were imported, which is that of their ids; `afterId` is the last one of the page before. */
export async function listResultItems(
  executor: Executor,
  query: {
    projectId: string;
    filters: ItemFilters;
    afterId: string | null;
    limit: number;
  },
): Promise<ResultItem[]> {
  const conditions = [
    sql<SqlBool>`i.project_id = ${query.projectId}`,
    ...(query.afterId === null ? [] : [sql<SqlBool>`i.id > ${query.afterId}`]),
    ...conditionsOf(query.projectId, query.filters),
  ];
  // The page is found on the queue's small rows alone; only then are contents and counts looked up.
  const result = await sql<ResultItem>`
    with page as materialized (
      select i.* from items i where ${sql.join(conditions, sql` and `)} order by i.id limit ${query.limit}
    )
    select page.id as item_id, ${promptStart} as prompt_start, page.response_count, page.done as judgments, page.wanted, page.held_at, page.dropped_at,
      (select count(*)::int from flags f where f.item_id = page.id and f.resolved_at is null) as flags,
      (select count(*)::int from assignments a where a.item_id = page.id and a.state = 'skipped') as skips,
      exists (select 1 from golds where golds.item_id = page.id and golds.state <> 'retired') as has_gold,
      c.source_verdict is not null as has_source_verdict,
      c.metadata ->> 'domain' as domain, page.created_at
    from page join item_contents c on c.item_id = page.id
    order by page.id`.execute(executor);
  return result.rows;
}
