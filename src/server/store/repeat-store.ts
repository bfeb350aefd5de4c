import { sql } from 'kysely';
import type pg from 'pg';
import { responseIdAt } from '#domain/items/item.ts';
import type { SeenTwice } from '#domain/people-quality/retest.ts';
import type { RepeatSettings } from '#domain/queue/repeats.ts';
import type { Executor } from '#server/database/database.ts';
import { type ClaimedAssignment, claimedColumns } from './claim-store.ts';

/** Of somebody's work no more than this is looked through. */
const mostLookedAt = 2_000;

/**
 * Gives an item out that the person judged before, responses in reverse order, as a lease that takes no place. Only what
 * was judged under the rules of today, long enough ago, and never came a second time; only while ordinary work is left for
 * the person from their cursor on: at the end of a queue nobody gets repeats alone. `once_per_person` refuses a second one
 * of the same item that comes at the same time.
 */
const claimText = `
with project as (
  select id, lease_ms, rubric_version, guideline_version from projects where id = $1 and state = 'open'
), place as (
  select min(s)::smallint as slot from generate_series(1, $5::int) s
  where not exists (select 1 from assignments where project_id = $1 and annotator_id = $2 and state = 'leased' and slot = s)
), start as (
  select negative_priority, item_id from queue_cursors where project_id = $1 and annotator_id = $2
), long_ago as (
  select finished_at from assignments where project_id = $1 and annotator_id = $2 and state in ('submitted', 'skipped')
  order by finished_at desc offset $6::int limit 1
), earlier as (
  select id, item_id, judgment_id, shown_order from assignments
  where project_id = $1 and annotator_id = $2 and state = 'submitted' and takes_place
    and finished_at <= (select finished_at from long_ago) and finished_at <= $4::timestamptz - $7::float8 * interval '1 hour'
  order by finished_at desc limit ${mostLookedAt}
), candidate as (
  select e.id, e.item_id, e.shown_order from earlier e
    join items i on i.id = e.item_id join judgments j on j.id = e.judgment_id join project on true
  where i.response_count > 1 and i.held_at is null and i.dropped_at is null and i.set_aside_at is null
    and j.rubric_version = project.rubric_version and j.guideline_version = project.guideline_version
    and not exists (select 1 from assignments a where a.item_id = e.item_id and a.annotator_id = $2 and a.repeats_id is not null
      and a.state in ('leased', 'submitted', 'skipped', 'excluded') offset 0)
    and (select slot from place) is not null
    and exists (
      select 1 from items o where o.project_id = $1 and o.is_open
        and ((-o.priority), o.id) >= (coalesce((select negative_priority from start), -2147483648), coalesce((select item_id from start), '00000000-0000-0000-0000-000000000000'::uuid))
        and not exists (select 1 from assignments a where a.item_id = o.id and a.annotator_id = $2 and a.state in ('leased', 'submitted', 'skipped', 'excluded') offset 0))
  order by hashtextextended(e.id::text, $8::bigint), e.id
  limit 1
)
insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, repeats_id)
select $3, $1, candidate.item_id, $2, 'leased', place.slot,
  array(select shown from unnest(candidate.shown_order) with ordinality as o (shown, at) order by at desc),
  project.rubric_version, project.guideline_version, $4::timestamptz, $4::timestamptz + project.lease_ms * interval '1 millisecond', candidate.id
from candidate, place, project
returning ${claimedColumns}`;

/** Undefined where nothing is there to be repeated yet. */
export async function claimRepeat(
  pool: pg.Pool,
  claim: {
    projectId: string;
    annotatorId: string;
    assignmentId: string;
    now: Date;
    handSize: number;
    settings: RepeatSettings;
    /** Draws which one comes; 63 bits in decimal. */
    orderSeed: string;
  },
): Promise<ClaimedAssignment | undefined> {
  const result = await pool.query<ClaimedAssignment>({
    name: 'claim_repeat',
    text: claimText,
    values: [
      claim.projectId,
      claim.annotatorId,
      claim.assignmentId,
      claim.now,
      claim.handSize,
      claim.settings.leastTasks,
      claim.settings.leastHours,
      claim.orderSeed,
    ],
  });
  return result.rows[0];
}

export interface FoundRepeats {
  readonly settings: RepeatSettings | null;
  readonly rubricVersion: number;
  readonly given: number;
  readonly answered: number;
  readonly skipped: number;
}

/** What a lead asked for and what came of it; undefined where there is no such project. */
export async function findRepeats(executor: Executor, projectId: string): Promise<FoundRepeats | undefined> {
  const result = await sql<FoundRepeats>`
    select p.repeats as settings, p.rubric_version, counted.* from projects p, lateral (
      select count(*)::int as given, (count(*) filter (where state = 'submitted'))::int as answered,
        (count(*) filter (where state = 'skipped'))::int as skipped
      from assignments where project_id = p.id and repeats_id is not null and state in ('leased', 'submitted', 'skipped')) counted
    where p.id = ${projectId}`.execute(executor);
  return result.rows[0];
}

export async function keepRepeats(
  executor: Executor,
  { projectId, settings }: { projectId: string; settings: RepeatSettings },
): Promise<void> {
  await executor
    .updateTable('projects')
    .set({ repeats: JSON.stringify(settings) })
    .where('id', '=', projectId)
    .execute();
}

interface TwiceRow {
  readonly annotatorId: string;
  readonly responseCount: number;
  readonly firstVersion: number;
  readonly firstOrder: readonly number[];
  readonly firstAnswers: SeenTwice['first']['answers'];
  readonly secondVersion: number;
  readonly secondOrder: readonly number[];
  readonly secondAnswers: SeenTwice['first']['answers'];
}

/** Newest ones first; more than this would say nothing more. */
const mostRepeats = 20_000;

/** What people said of items that came again, and what they had said by then. */
export async function listSeenTwice(client: pg.ClientBase, projectId: string): Promise<SeenTwice[]> {
  const result = await client.query<TwiceRow>(
    `select r.annotator_id as "annotatorId", i.response_count as "responseCount",
        f.rubric_version as "firstVersion", a.shown_order as "firstOrder", f.answers as "firstAnswers",
        s.rubric_version as "secondVersion", r.shown_order as "secondOrder", s.answers as "secondAnswers"
      from assignments r join items i on i.id = r.item_id and i.dropped_at is null join assignments a on a.id = r.repeats_id
        -- What was changed later may have been changed because of the second look.
        join lateral (select * from judgments j where j.assignment_id = a.id and j.submitted_at <= r.leased_at order by j.revision desc limit 1) f on true
        join judgments s on s.assignment_id = r.id and s.revision = 1
      where r.project_id = $1 and r.repeats_id is not null and r.state = 'submitted'
      order by r.finished_at desc limit ${mostRepeats}`,
    [projectId],
  );
  return result.rows.map((row) => ({
    annotatorId: row.annotatorId,
    responseIds: Array.from({ length: row.responseCount }, (_, place) => responseIdAt(place)),
    first: {
      rubricVersion: row.firstVersion,
      shownOrder: fromZero(row.firstOrder),
      answers: row.firstAnswers,
    },
    second: {
      rubricVersion: row.secondVersion,
      shownOrder: fromZero(row.secondOrder),
      answers: row.secondAnswers,
    },
  }));
}

const fromZero = (order: readonly number[]) => order.map((place) => place - 1);
