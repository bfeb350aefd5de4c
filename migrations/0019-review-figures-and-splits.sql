-- What reviewers grade beside the judgment as a whole: a key of the plan's aspects → a key of its grades.
alter table review_decisions add column aspect_grades jsonb not null default '{}';

-- Exports and figures ask for what stands in a project.
create index review_outcomes_project on review_outcomes (project_id);
-- Which criterion a precedent is about, beside the section; empty where it is about none in particular.
alter table precedents add column criterion_key text not null default '';
create index precedents_item on precedents (item_id);

-- Items on which people differ, one row a criterion; '' is the overall one, or everything where there is none.
-- Written by looking again at items that were judged since, so that judging costs nothing more.
create table item_splits (
  item_id uuid not null references items on delete cascade,
  project_id uuid not null,
  criterion_key text not null,
  judgments int not null,
  answers int not null check (answers > 1 and answers <= judgments),
  -- Share of pairs of judgments that differ.
  disagreement double precision not null check (disagreement > 0 and disagreement <= 1),
  primary key (item_id, criterion_key)
);
-- The list's own order, read from its end.
create index item_splits_order on item_splits (project_id, criterion_key, disagreement, judgments, item_id);

-- Up to which judgment that was written, when the last whole look began, and the one that is under way.
create table split_sweeps (
  project_id uuid primary key references projects on delete cascade,
  swept_through uuid not null,
  swept_at timestamptz not null,
  began_at timestamptz
);
