-- What the quality page shows, computed in the background: opening the page reads one row, whatever the project's size.
create table quality_reports (
  project_id uuid primary key references projects on delete cascade,
  -- Null until the first computation has ended.
  report jsonb,
  -- The newest judgment that the report knows, and the version of the rubric that says what is measured.
  through_judgment_id uuid,
  rubric_version int not null default 0,
  computed_at timestamptz,
  took_ms int not null default 0 check (took_ms >= 0),
  -- When a computation was put in line that has not ended yet; one at a time.
  asked_at timestamptz,
  check ((report is null) = (computed_at is null))
);
-- Finding what a killed process left in line.
create index quality_reports_asked on quality_reports (project_id) where asked_at is not null;
