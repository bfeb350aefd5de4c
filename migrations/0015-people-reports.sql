-- What the pages on people show, computed together with the quality report and kept beside it: one row a person, so that a
-- page on one of them reads one row.
create table person_reports (
  project_id uuid not null references projects on delete cascade,
  person_id uuid not null,
  summary jsonb not null,
  report jsonb not null,
  primary key (project_id, person_id)
);
-- What all people are held against. Kept reports do not have it yet, so they are computed anew.
alter table quality_reports add column people jsonb;
update quality_reports set report = null, computed_at = null, through_judgment_id = null, took_ms = 0;

-- What annotators see of their own report.
alter table projects add column annotator_sees text not null default 'all' check (annotator_sees in ('nothing', 'speed', 'all'));
