-- Gold that is served: what is known of it, which items are set aside for it, which tasks were gold, and what came of them.
alter table golds drop constraint golds_source_check;
alter table golds add constraint golds_source_check
  check (source in ('imported', 'set_by_hand', 'unanimous', 'adjudicated', 'calibration'));
-- By criterion: how far an answer may lie from the expected one, and why that one is right.
alter table golds add column tolerances jsonb not null default '{}';
alter table golds add column explanations jsonb not null default '{}';
alter table golds add column concepts text[] not null default '{}';
alter table golds add column difficulty text not null default 'medium' check (difficulty in ('easy', 'medium', 'hard'));
alter table golds add column purpose text not null default 'test' check (purpose in ('training', 'test'));
-- Known answers that are there already stay drafts: nothing leaves the queue because of this migration.
alter table golds add column state text not null default 'draft' check (state in ('draft', 'active', 'suspect', 'retired'));
-- Rises with the expected answers and tolerances: results of an earlier revision are computed anew.
alter table golds add column revision int not null default 1;
-- Under which rubric the answers were given, and whether anything of them can be compared under `checked_version`.
alter table golds add column rubric_version int not null default 0;
alter table golds add column checked_version int not null default 0;
alter table golds add column is_usable boolean not null default false;
-- Why it is suspect, and when; judgments up to `confirmed_at` are no evidence any more.
alter table golds add column suspicion jsonb;
alter table golds add column confirmed_at timestamptz;
-- Retired because it was wrong: its results count for nobody.
alter table golds add column is_wrong boolean not null default false;
alter table golds add column changed_at timestamptz;
alter table golds add constraint golds_suspicion_check check (state <> 'suspect' or suspicion is not null);
update golds set rubric_version = p.rubric_version from projects p where p.id = golds.project_id;
create index golds_served on golds (project_id, purpose) where state = 'active' and is_usable;

-- How much gold people get; read by leads only, never part of what annotators see of a project.
alter table projects add column gold jsonb not null
  default '{"firstTasks": 0, "firstPurpose": "training", "sharePercent": 0, "trainingPercent": 0}';

-- An item that serves as gold is given out as gold only. Its places stay, so that giving it back has nothing to count.
alter table items add column set_aside_at timestamptz;
alter table items drop column is_open;
alter table items add column is_open boolean not null
  generated always as (remaining > 0 and held_at is null and dropped_at is null and set_aside_at is null) stored;
create index items_open on items (project_id, (-priority), id) where is_open;

-- What a task was given out as; null for ordinary work. Such a task takes none of the item's places.
alter table assignments add column gold_purpose text check (gold_purpose in ('training', 'test'));
create index assignments_gold on assignments (project_id, item_id, annotator_id) where gold_purpose is not null;

-- The judgment that counts: of training the first, as what came after may know the answer; of a test the newest.
create view gold_judgments as
select a.id as assignment_id, a.project_id, a.item_id, a.annotator_id, a.gold_purpose, j.id as judgment_id, j.rubric_version, j.answers,
  j.submitted_at
from assignments a join judgments j on j.assignment_id = a.id
  and case when a.gold_purpose = 'training' then j.revision = 1 else j.id = a.judgment_id end
where a.gold_purpose is not null and a.state = 'submitted';

-- One row a judgment of gold, by its key: computing it twice leaves one.
create table gold_results (
  judgment_id uuid primary key references judgments on delete cascade,
  item_id uuid not null references golds on delete cascade,
  project_id uuid not null,
  person_id uuid not null references people,
  gold_revision int not null,
  -- By criterion: passed, failed or not comparable, with the reason.
  outcomes jsonb not null,
  -- Null where nothing could be compared.
  passed boolean,
  judged_at timestamptz not null,
  computed_at timestamptz not null
);
create index gold_results_item on gold_results (item_id);
create index gold_results_project on gold_results (project_id, person_id);

-- Who read an expected answer: it is never served to them.
create table gold_readers (
  item_id uuid not null references golds on delete cascade,
  person_id uuid not null references people,
  read_at timestamptz not null,
  primary key (item_id, person_id)
);
