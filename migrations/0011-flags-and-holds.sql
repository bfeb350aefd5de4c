-- What a flag says more: which rule was broken, the passage or turn concerned, and what stood on the form at that moment.
alter table flags add column violation_type text;
alter table flags add column quote text not null default '';
alter table flags add column unit_id text;
alter table flags add column answers_so_far jsonb;
-- How a settled flag ended: answered, guideline_edited or no_action; null where nobody said.
alter table flags add column settled_outcome text;
create index flags_open on flags (project_id, id) where resolved_at is null;
-- For the answers that somebody who asked has got.
create index flags_person on flags (project_id, person_id, resolved_at desc) where resolved_at is not null;

-- Which kinds of flags take their item out of the queue at once.
alter table projects add column flag_policy jsonb not null default '{"hold": ["illegal"]}';

-- A held item is given to nobody until it is released; a dropped one never again. Places and leases stay as they are, so
-- that releasing has nothing to count. `held_by_flag` is null where a person held it by hand. No foreign key: a flag goes
-- only with its item, and each key costs at every import.
alter table items add column held_at timestamptz;
alter table items add column held_by_flag uuid;
alter table items add column dropped_at timestamptz;
alter table items add constraint items_held_by_flag_check check (held_by_flag is null or held_at is not null);
-- Dropping the column drops its index too. Still one boolean in one index: a claim reads not one row more than before.
alter table items drop column is_open;
alter table items add column is_open boolean not null
  generated always as (remaining > 0 and held_at is null and dropped_at is null) stored;
create index items_open on items (project_id, (-priority), id) where is_open;
