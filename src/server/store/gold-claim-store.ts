import type { Pool } from 'pg';
import type { GoldPurpose } from '#domain/gold/gold.ts';
import { type ClaimedAssignment, claimedColumns } from './claim-store.ts';

export interface GoldPlace {
  /** How many tasks the person has had: what they gave back or let run out is given anew at its old place. */
  readonly tasksHad: number;
  readonly goldHad: number;
  readonly goldSkipped: number;
}

/** Where a person stands in a project that serves gold. */
export async function readGoldPlace(
  pool: Pool,
  who: { projectId: string; annotatorId: string },
): Promise<GoldPlace> {
  const result = await pool.query<GoldPlace>({
    name: 'gold_place',
    text: `select count(*)::int as "tasksHad",
        (count(*) filter (where gold_purpose is not null and state <> 'skipped'))::int as "goldHad",
        (count(*) filter (where gold_purpose is not null and state = 'skipped'))::int as "goldSkipped"
      from assignments where project_id = $1 and annotator_id = $2 and state in ('leased', 'submitted', 'skipped', 'excluded')`,
    values: [who.projectId, who.annotatorId],
  });
  return result.rows[0] ?? { tasksHad: 0, goldHad: 0, goldSkipped: 0 };
}

/** Whether the person was given the gold before: what was given back or ran out counts once. */
const wasGiven = (gold: string) => `exists (
      select 1 from assignments b where b.project_id = $1 and b.item_id = ${gold}.item_id and b.annotator_id = $2 and b.gold_purpose is not null)`;

/**
 * Gives out a gold that the person has not had nor could have read, as a lease like any other but without taking a place of
 * its item. Which one is drawn for the person from a key of the server. Beyond the first ones only while ordinary work is
 * left for the person from their cursor on: at the end of a queue nobody gets gold alone.
 */
const claimText = `
with project as (
  select id, lease_ms, rubric_version, guideline_version, (gold ->> 'mostPeople')::int as most_people from projects where id = $1 and state = 'open'
), place as (
  select min(s)::smallint as slot from generate_series(1, $5::int) s
  where not exists (select 1 from assignments where project_id = $1 and annotator_id = $2 and state = 'leased' and slot = s)
), start as (
  select negative_priority, item_id from queue_cursors where project_id = $1 and annotator_id = $2
), candidate as (
  select i.id, i.response_count from golds g join items i on i.id = g.item_id
  where g.project_id = $1 and g.state = 'active' and g.is_usable and g.purpose = $7
    and g.checked_version = (select rubric_version from project)
    and i.held_at is null and i.dropped_at is null
    -- What rests: what is too old, and what enough people had; who had it in hand already may have it again.
    and ($10::timestamptz is null or g.served_since > $10)
    and ((select most_people from project) = 0 or g.people < (select most_people from project) or ${wasGiven('g')})
    and g.created_by <> $2
    -- Whoever may see results may have read the answers.
    and not exists (select 1 from project_members m where m.project_id = $1 and m.person_id = $2 and m.role <> 'annotator')
    and not exists (select 1 from people where id = $2 and deployment_role = 'owner')
    and not exists (select 1 from gold_readers r where r.item_id = g.item_id and r.person_id = $2)
    and not exists (select 1 from assignments a where a.item_id = g.item_id and a.annotator_id = $2 and a.state in ('leased', 'submitted', 'skipped', 'excluded') offset 0)
    and (select slot from place) is not null
    and ($8::boolean or exists (
      select 1 from items o where o.project_id = $1 and o.is_open
        and ((-o.priority), o.id) >= (coalesce((select negative_priority from start), -2147483648), coalesce((select item_id from start), '00000000-0000-0000-0000-000000000000'::uuid))
        and not exists (select 1 from assignments a where a.item_id = o.id and a.annotator_id = $2 and a.state in ('leased', 'submitted', 'skipped', 'excluded') offset 0)))
  order by hashtextextended(i.id::text, $9::bigint), i.id
  limit 1
), counted as (
  -- Two people who reach for the last place of a gold at once wait for each other here, and the second finds it taken.
  update golds g set people = g.people + case when ${wasGiven('g')} then 0 else 1 end
  from candidate, project
  where g.item_id = candidate.id and (project.most_people = 0 or g.people < project.most_people or ${wasGiven('g')})
  returning g.item_id
)
insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, gold_purpose)
select $3, $1, candidate.id, $2, 'leased', place.slot,
  array(select n::smallint from generate_series(1, candidate.response_count) n order by hashint8extended(n, $6::bigint)),
  project.rubric_version, project.guideline_version, $4::timestamptz, $4::timestamptz + project.lease_ms * interval '1 millisecond', $7
from candidate, place, project, counted
returning ${claimedColumns}`;

/** Undefined where no gold is left for the person. */
export async function claimGold(
  pool: Pool,
  claim: {
    projectId: string;
    annotatorId: string;
    assignmentId: string;
    now: Date;
    handSize: number;
    /** Draws the order of the responses, as for any other item. */
    seed: number;
    purpose: GoldPurpose;
    isFirst: boolean;
    /** Draws which gold comes; 63 bits in decimal. */
    orderSeed: string;
    /** Gold served since then or before is too old; null where none is. */
    servedAfter: Date | null;
  },
): Promise<ClaimedAssignment | undefined> {
  const result = await pool.query<ClaimedAssignment>({
    name: 'claim_gold',
    text: claimText,
    values: [
      claim.projectId,
      claim.annotatorId,
      claim.assignmentId,
      claim.now,
      claim.handSize,
      claim.seed,
      claim.purpose,
      claim.isFirst,
      claim.orderSeed,
      claim.servedAfter,
    ],
  });
  return result.rows[0];
}
