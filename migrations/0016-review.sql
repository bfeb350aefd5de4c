-- Review of judgments: what is sampled, what reviewers decide, what authors answer, and final answers to items.

create table review_plans (
  project_id uuid primary key references projects on delete cascade,
  plan jsonb not null,
  revision int not null default 1,
  -- Judgments before this one are none of the plan's business, unless a lead asks for them.
  applies_from uuid not null,
  -- The newest judgment that was looked at.
  swept_through uuid not null,
  -- While the plan is applied to what was there before: how many judgments there were and how many were looked at.
  applying_since timestamptz,
  applied_total int not null default 0,
  applied_done int not null default 0,
  updated_by uuid not null references people,
  updated_at timestamptz not null
);
create index review_plans_applying on review_plans (project_id) where applying_since is not null;

-- One row for each time that a judgment is to be looked at by somebody.
create table reviews (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  item_id uuid not null references items on delete cascade,
  assignment_id uuid not null references assignments on delete cascade,
  author_id uuid not null references people,
  -- 1 for the first look, one more each time that the author has changed what was decided on.
  round int not null check (round >= 1),
  -- first: what counts; second: a blind look to measure reviewers; final: after a dispute, or where two reviewers differ.
  kind text not null check (kind in ('first', 'second', 'final')),
  reasons jsonb not null,
  -- Lower comes first.
  place smallint not null,
  state text not null check (state in ('waiting', 'decided')),
  lease_by uuid references people,
  lease_until timestamptz,
  -- The decision in force, who made it, and the judgment that it is about.
  decision_id uuid,
  decided_by uuid references people,
  judgment_id uuid references judgments on delete cascade,
  -- What the author made of it.
  author_answer text check (author_answer in ('redone', 'disputed')),
  author_words text not null default '',
  author_client_id uuid,
  answered_at timestamptz,
  created_at timestamptz not null,
  check ((state = 'decided') = (decision_id is not null)),
  check ((state = 'decided') = (decided_by is not null and judgment_id is not null)),
  check ((lease_by is null) = (lease_until is null)),
  check ((author_answer is null) = (answered_at is null)),
  -- Nobody reviews their own judgment.
  check (lease_by <> author_id and decided_by <> author_id)
);
-- A judgment is sampled once, however often the plan is applied.
create unique index reviews_once on reviews (assignment_id, round, kind);
-- A second look is somebody else's.
create unique index reviews_decided_by_others on reviews (assignment_id, round, decided_by) where decided_by is not null;
create index reviews_waiting on reviews (project_id, place, id) where state = 'waiting';
create index reviews_decided on reviews (project_id, decided_by) where state = 'decided';
create index reviews_of_author on reviews (project_id, author_id) where state = 'decided';
create index reviews_item on reviews (item_id);

-- Append-only but for `undone_at`: what was taken back stays.
create table review_decisions (
  id uuid primary key,
  review_id uuid not null references reviews on delete cascade,
  reviewer_id uuid not null references people,
  -- Chosen by the client before the first try: the same decision twice is one row.
  client_id uuid not null,
  judgment_id uuid not null references judgments on delete cascade,
  verdict text not null check (verdict in ('accepted', 'fixed', 'returned')),
  grade text,
  criterion_grades jsonb not null default '{}',
  words text not null default '',
  -- The corrected answers.
  answers jsonb,
  active_ms int not null check (active_ms >= 0),
  decided_at timestamptz not null,
  undone_at timestamptz,
  check ((verdict = 'fixed') = (answers is not null)),
  check (verdict <> 'returned' or words <> '')
);
create unique index review_decisions_client on review_decisions (reviewer_id, client_id);
create index review_decisions_review on review_decisions (review_id);

-- What stands for each reviewed judgment: exports read only this.
create table review_outcomes (
  assignment_id uuid primary key references assignments on delete cascade,
  project_id uuid not null references projects on delete cascade,
  review_id uuid not null references reviews on delete cascade,
  judgment_id uuid not null references judgments on delete cascade,
  verdict text not null,
  grade text,
  answers jsonb
);

-- The final answer to an item on which people differed; the one that nothing supersedes counts.
create table adjudications (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  item_id uuid not null references items on delete cascade,
  client_id uuid not null,
  adjudicator_id uuid not null references people,
  answers jsonb,
  -- The judgment whose answers were taken as they are.
  picked_judgment_id uuid references judgments on delete cascade,
  rubric_version int not null,
  cause text not null check (cause in ('slip', 'guideline_gap', 'ambiguous_item', 'expertise', 'bad_item')),
  words text not null default '',
  outcomes jsonb not null default '[]',
  section text not null default '',
  created_at timestamptz not null,
  superseded_at timestamptz,
  -- A bad item has no right answer.
  check (answers is not null or cause = 'bad_item')
);
create unique index adjudications_client on adjudications (adjudicator_id, client_id);
create unique index adjudications_current on adjudications (item_id) where superseded_at is null;
create index adjudications_project on adjudications (project_id, id desc);

-- What was decided once and holds for the next such case, by section of the guidelines.
create table precedents (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  adjudication_id uuid not null references adjudications on delete cascade,
  item_id uuid not null references items on delete cascade,
  section text not null default '',
  words text not null check (words <> ''),
  created_at timestamptz not null
);
create index precedents_project on precedents (project_id, section, id desc);
