-- What reviewers grade beside the judgment as a whole: a key of the plan's aspects → a key of its grades.
alter table review_decisions add column aspect_grades jsonb not null default '{}';

-- Exports and figures ask for what stands in a project.
create index review_outcomes_project on review_outcomes (project_id);
-- Which criterion a precedent is about, beside the section; empty where it is about none in particular.
alter table precedents add column criterion_key text not null default '';
create index precedents_item on precedents (item_id);

-- How far people differ on each item, one row a criterion; '' is the overall one, or everything where there is none.
-- Written by looking again at items that were judged since, so that judging costs nothing more.
create table item_splits (
  item_id uuid not null references items on delete cascade,
  project_id uuid not null,
  criterion_key text not null,
  judgments int not null check (judgments > 1),
  answers int not null check (answers >= 1),
  -- Share of pairs of judgments that differ.
  disagreement double precision not null check (disagreement between 0 and 1),
  primary key (item_id, criterion_key)
);
-- In the order of the list; whatever people agree on is no part of it.
create index item_splits_disputed on item_splits (project_id, criterion_key, disagreement desc, judgments desc, item_id)
  where answers > 1;

-- Up to which judgment splits were written.
create table split_sweeps (
  project_id uuid primary key references projects on delete cascade,
  swept_through uuid not null
);
