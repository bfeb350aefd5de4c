-- Fewer judgments where the first ones settle an item, more where they do not. Null: every item gets the same number.
alter table projects add column adaptive_overlap jsonb;
-- Judgments that may still be added: what the lead allowed, what stopping early saved, less what was added since.
alter table projects add column overlap_balance int not null default 0 check (overlap_balance >= 0);

-- Items whose answers changed since their number of judgments was last decided; written with the judgment itself, so that
-- no kill in between can lose one.
create table overlap_checks (
  item_id uuid primary key references items on delete cascade,
  project_id uuid not null
);
create index overlap_checks_project on overlap_checks (project_id, item_id);

-- What was decided last of an item.
create table overlap_outcomes (
  item_id uuid primary key references items on delete cascade,
  project_id uuid not null,
  outcome text not null check (outcome in ('settled', 'extended', 'split')),
  -- The most likely answer: a response, "tie", "both_bad", or the key of a choice.
  label text,
  certainty double precision not null check (certainty between 0 and 1),
  judgments int not null,
  decided_at timestamptz not null
);
create index overlap_outcomes_project on overlap_outcomes (project_id, outcome, item_id);
