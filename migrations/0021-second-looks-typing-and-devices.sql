-- Tasks that come to the same person a second time, with the responses in reverse order: how steady somebody's answers are.
-- Null: never asked for. A share of 0 is not the same: items keep the names under which people know them.
alter table projects add column repeats jsonb;

-- The earlier assignment of the same person that this one repeats.
alter table assignments add column repeats_id uuid;
alter table assignments add constraint assignments_repeats_check check (repeats_id is null or gold_purpose is null);
-- Ordinary work: it takes a place of its item, and is counted, compared and exported. Neither gold nor repeats are.
alter table assignments add column takes_place boolean not null
  generated always as (gold_purpose is null and repeats_id is null) stored;

-- Never the same item twice to one person as ordinary work or gold, nor twice as a repeat. One index for both, so that
-- looking somebody's assignment of an item up goes along it as before.
drop index once_per_person;
create unique index once_per_person on assignments (item_id, annotator_id, (repeats_id is not null))
  where state in ('leased', 'submitted', 'skipped', 'excluded');
create index assignments_repeats on assignments (project_id, annotator_id) where repeats_id is not null;

-- Kept reports do not say how steady people are: they are computed anew.
update quality_reports set report = null, people = null, computed_at = null, through_judgment_id = null, took_ms = 0;
delete from person_reports;

-- How what is written in a task came about: counts and times, never what was typed. One row a task, with its first judgment.
create table typing_records (
  assignment_id uuid primary key references assignments on delete cascade,
  project_id uuid not null,
  typed int not null check (typed >= 0),
  pasted int not null check (pasted >= 0),
  taken int not null check (taken >= 0),
  pastes int not null check (pastes >= 0),
  corrections int not null check (corrections >= 0),
  typing_ms int not null check (typing_ms >= 0)
);
create index typing_records_project on typing_records (project_id);

-- From which browsers people judge: a random token in a cookie of its own, here only as a hash. Nothing about the browser
-- itself is read. A stretch of use is longer by each task that is fetched; a pause of half an hour begins a new one.
create table device_uses (
  project_id uuid not null references projects on delete cascade,
  person_id uuid not null references people,
  device_hash bytea not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  check (until_at >= from_at),
  primary key (project_id, person_id, device_hash, from_at)
);
