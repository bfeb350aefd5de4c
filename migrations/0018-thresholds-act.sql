-- Rules that act on people, what came of them, and judgments that do not count while an exclusion stands.

-- An excluded task is what a submitted one is, except that it counts nowhere: whoever counts asks for 'submitted'. Its judgment
-- stays, and its person does not get the item again.
alter table assignments drop constraint assignments_state_check;
alter table assignments add constraint assignments_state_check
  check (state in ('leased', 'submitted', 'skipped', 'expired', 'released', 'excluded'));
alter table assignments drop constraint assignments_check;
alter table assignments add constraint assignments_check check ((state in ('submitted', 'excluded')) = (judgment_id is not null));
drop index once_per_person;
create unique index once_per_person on assignments (item_id, annotator_id) where state in ('leased', 'submitted', 'skipped', 'excluded');

-- What comes back beside its replacement is more than was asked for, so an item may want more than any project asks.
alter table items drop constraint items_wanted_check;
alter table items add constraint items_wanted_check check (wanted >= 0);

create table threshold_rules (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  name text not null,
  -- The version in force; all of them stand below.
  version int not null check (version >= 1),
  is_on boolean not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  check (removed_at is null or not is_on)
);
create index threshold_rules_project on threshold_rules (project_id) where removed_at is null;

create table threshold_rule_versions (
  rule_id uuid not null references threshold_rules on delete cascade,
  version int not null check (version >= 1),
  rule jsonb not null,
  changed_by uuid not null references people,
  changed_at timestamptz not null,
  primary key (rule_id, version)
);
create trigger threshold_rule_versions_immutable before update on threshold_rule_versions for each row execute function refuse_change();

-- One row each time that a rule acted on a person: the very version, what it saw, and what it did.
create table threshold_firings (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  rule_id uuid not null references threshold_rules on delete cascade,
  rule_version int not null,
  person_id uuid not null references people,
  act text not null check (act in ('warn', 'calibrate', 'pause', 'exclude', 'lower_tier', 'raise_tier')),
  evidence jsonb not null,
  effect jsonb not null,
  fired_at timestamptz not null,
  -- When it stopped having an effect: reversed, ended or passed.
  ended_at timestamptz,
  foreign key (rule_id, rule_version) references threshold_rule_versions
);
create index threshold_firings_project on threshold_firings (project_id, id desc);
create index threshold_firings_person on threshold_firings (project_id, person_id, id desc);
create index threshold_firings_rule on threshold_firings (rule_id, person_id, fired_at desc);
-- What a claim asks: the few people who get no ordinary work.
create index threshold_firings_standing on threshold_firings (project_id, person_id)
  where ended_at is null and act in ('pause', 'calibrate');

create function refuse_rewriting_firings() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or to_jsonb(new) - 'ended_at' <> to_jsonb(old) - 'ended_at' then
    raise exception 'what a rule did is never changed: add a step' using errcode = 'PLB01';
  end if;
  return new;
end
$$;
create trigger threshold_firings_append_only before update on threshold_firings for each row execute function refuse_rewriting_firings();

-- What was done about a firing; each kind of step once.
create table threshold_steps (
  firing_id uuid not null references threshold_firings on delete cascade,
  kind text not null check (kind in ('seen', 'disputed', 'upheld', 'reversed', 'lifted', 'passed')),
  -- Null where the server did it.
  person_id uuid references people,
  words text not null default '',
  effect jsonb not null default '{}',
  at timestamptz not null,
  primary key (firing_id, kind),
  check (kind not in ('disputed', 'upheld', 'reversed', 'lifted') or (person_id is not null and words <> ''))
);
create trigger threshold_steps_append_only before update on threshold_steps for each row execute function refuse_change();

-- Which tasks an exclusion took out; a task that came back may be taken out anew by another one.
create table exclusions (
  -- Weighed at the end: how many there are is part of the firing's row.
  firing_id uuid not null references threshold_firings on delete cascade deferrable initially deferred,
  assignment_id uuid not null references assignments on delete cascade,
  restored_at timestamptz,
  primary key (firing_id, assignment_id)
);
create unique index exclusions_once on exclusions (assignment_id) where restored_at is null;

-- People without a row are regular. It stays when somebody leaves a project and comes back.
create table person_tiers (
  project_id uuid not null references projects on delete cascade,
  person_id uuid not null references people,
  tier text not null check (tier in ('trainee', 'regular', 'expert')),
  changed_at timestamptz not null,
  primary key (project_id, person_id)
);

-- What rules look at, judgment by judgment, computed together with the reports on people.
create table watched_series (
  project_id uuid not null references projects on delete cascade,
  person_id uuid not null,
  series jsonb not null,
  primary key (project_id, person_id)
);
