-- Several people's claims in one call, each as a claim alone would be: the best open item that the person has not had is
-- locked, one of its places taken, the lease written. Starting a statement costs the server far more than the few rows that
-- a claim touches (each write reads the table's checks anew), so claims that arrive together share the statements and the
-- commit. They are served in the order given, and no row is waited for. What has the same index belongs to one claim.
create function claim_items(project_ids uuid[], annotator_ids uuid[], assignment_ids uuid[], leased timestamptz[], hand_sizes int[], seeds bigint[])
returns table (assignment_id uuid, item_id uuid, rubric_version int, guideline_version int, response_count smallint)
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  claim record;
  candidate record;
  -- Of each claim that found an item: its number, the item, its priority, how many responses it has, the place in hand.
  numbers int[] := '{}';
  chosen uuid[] := '{}';
  priorities int[] := '{}';
  counts smallint[] := '{}';
  slots smallint[] := '{}';
  -- Items whose last place went to an earlier claim of this call.
  exhausted uuid[] := '{}';
begin
  for claim in
    select g.n, g.project_id, g.annotator_id, place.slot,
      -- The cursor lets a person's search begin about where the last one ended.
      coalesce(c.negative_priority, -2147483648) as start_priority, coalesce(c.item_id, '00000000-0000-0000-0000-000000000000') as start_item
    from unnest(project_ids, annotator_ids, hand_sizes) with ordinality as g (project_id, annotator_id, hand_size, n)
    join projects p on p.id = g.project_id and p.state = 'open'
    left join queue_cursors c on c.project_id = g.project_id and c.annotator_id = g.annotator_id
    cross join lateral (
      select min(s)::smallint as slot from generate_series(1, g.hand_size) s
      where not exists (select 1 from assignments a where a.project_id = g.project_id and a.annotator_id = g.annotator_id and a.state = 'leased' and a.slot = s offset 0)
    ) place
    where place.slot is not null
    order by g.n
  loop
    -- `offset 0` keeps the planner from joining with the person's whole history: each candidate is looked up by index.
    select i.id, i.priority, i.response_count, i.remaining into candidate from items i
    where i.project_id = claim.project_id and i.is_open and ((-i.priority), i.id) >= (claim.start_priority, claim.start_item)
      and i.id <> all (exhausted)
      and not exists (select 1 from assignments a where a.item_id = i.id and a.annotator_id = claim.annotator_id and a.state in ('leased', 'submitted', 'skipped', 'excluded') offset 0)
    order by (-i.priority), i.id limit 1 for update of i skip locked;
    continue when not found;
    numbers := numbers || claim.n::int;
    chosen := chosen || candidate.id;
    priorities := priorities || candidate.priority;
    counts := counts || candidate.response_count;
    slots := slots || claim.slot;
    if cardinality(array_positions(chosen, candidate.id)) = candidate.remaining then
      exhausted := exhausted || candidate.id;
    end if;
  end loop;
  if cardinality(numbers) = 0 then
    return;
  end if;
  update items set remaining = items.remaining - taken.places
  from (select t.id, count(*)::int as places from unnest(chosen) t (id) group by t.id) taken where items.id = taken.id;
  -- A hint may lag, and a write costs more than passing three rows: moved at one claim in four.
  insert into queue_cursors (project_id, annotator_id, negative_priority, item_id)
  select distinct on (project_ids[t.n], annotator_ids[t.n]) project_ids[t.n], annotator_ids[t.n], -t.priority, t.item_id
  from unnest(numbers, chosen, priorities) t (n, item_id, priority) where seeds[t.n] % 4 = 0
  on conflict on constraint queue_cursors_pkey do update set negative_priority = excluded.negative_priority, item_id = excluded.item_id;
  return query
  insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until)
  select assignment_ids[t.n], p.id, t.item_id, annotator_ids[t.n], 'leased', t.slot,
    array(select s::smallint from generate_series(1, t.responses) s order by hashint8extended(s, seeds[t.n])),
    p.rubric_version, p.guideline_version, leased[t.n], leased[t.n] + p.lease_ms * interval '1 millisecond'
  from unnest(numbers, chosen, slots, counts) t (n, item_id, slot, responses) join projects p on p.id = project_ids[t.n]
  returning id, assignments.item_id, assignments.rubric_version, assignments.guideline_version, cardinality(shown_order)::smallint;
end
$$;
