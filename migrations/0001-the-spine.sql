-- People, projects, items, the queue, judgments, imports and exports.
-- Every invariant of the queue stands here as a constraint as well as in the code that writes.

create table people (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  deployment_role text not null check (deployment_role in ('owner', 'lead', 'member')),
  preferences jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index people_email on people (lower(email));

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references people on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_person on sessions (person_id);

create table api_keys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  name text not null,
  token_hash bytea not null unique,
  prefix text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_person on api_keys (person_id);

create table projects (
  id uuid primary key,
  name text not null,
  description text not null default '',
  instructions text not null default '',
  state text not null check (state in ('draft', 'open', 'paused', 'closed')),
  template_key text,
  overlap int not null check (overlap between 1 and 50),
  lease_ms int not null check (lease_ms between 60000 and 86400000),
  amend_window_ms int not null check (amend_window_ms between 0 and 604800000),
  rubric_version int not null default 0,
  guideline_version int not null default 0,
  revision int not null default 1,
  created_by uuid not null references people,
  created_at timestamptz not null
);
create unique index projects_name on projects (lower(name));

-- One row a person and role: who leads a project may judge in it too.
create table project_members (
  project_id uuid not null references projects on delete cascade,
  person_id uuid not null references people,
  role text not null check (role in ('owner', 'lead', 'reviewer', 'safety', 'researcher', 'annotator')),
  added_at timestamptz not null,
  primary key (project_id, person_id, role)
);
create index project_members_person on project_members (person_id);

create table invitations (
  id uuid primary key,
  token_hash bytea not null unique,
  project_id uuid references projects on delete cascade,
  roles text[] not null,
  email text,
  uses_left int not null check (uses_left >= 0),
  created_by uuid not null references people,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index invitations_project on invitations (project_id);

create table rubric_versions (
  project_id uuid not null references projects on delete cascade,
  version int not null check (version >= 1),
  rubric jsonb not null,
  note text not null default '',
  created_by uuid not null references people,
  created_at timestamptz not null,
  primary key (project_id, version)
);

create table guideline_versions (
  project_id uuid not null references projects on delete cascade,
  version int not null check (version >= 1),
  markdown text not null,
  note text not null default '',
  created_by uuid not null references people,
  created_at timestamptz not null,
  primary key (project_id, version)
);

create table uploads (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  file_name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
  created_by uuid not null references people,
  created_at timestamptz not null
);

create table imports (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  upload_id uuid not null references uploads,
  file_name text not null,
  format text not null,
  choices jsonb not null default '{}',
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  bytes_total bigint not null,
  bytes_read bigint not null default 0,
  -- Records that are wholly settled: a resumed import skips this many and goes on.
  rows_read bigint not null default 0,
  items_added bigint not null default 0,
  duplicates bigint not null default 0,
  rejected bigint not null default 0,
  verdicts bigint not null default 0,
  golds_made bigint not null default 0,
  running_ms bigint not null default 0,
  failure text,
  created_by uuid not null references people,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index imports_project on imports (project_id, created_at desc);

create table import_rejections (
  import_id uuid not null references imports on delete cascade,
  line bigint not null,
  -- Several complaints may concern one line.
  ordinal int not null,
  field text,
  code text not null,
  message text not null,
  primary key (import_id, line, ordinal)
);

create table items (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  -- sha256 of the content in a canonical form: the same file twice adds nothing.
  fingerprint bytea not null,
  -- First 8 bytes of the sha256 of the normalised prompt: splits keep a group together.
  prompt_group bigint not null,
  priority int not null default 0,
  response_count smallint not null check (response_count between 1 and 9),
  -- wanted = remaining + live leases + submitted. The queue reads and writes only this row.
  wanted int not null check (wanted between 0 and 50),
  remaining int not null check (remaining >= 0),
  done int not null default 0 check (done >= 0),
  import_id uuid references imports,
  created_at timestamptz not null,
  check (remaining + done <= wanted)
);
create unique index items_fingerprint on items (project_id, fingerprint);
-- The queue's own order; partial, so that finished items cost a claim nothing.
create index items_open on items (project_id, (-priority), id) where remaining > 0;
create index items_listed on items (project_id, id);

-- Payload stands apart so that the queue's rows stay small.
create table item_contents (
  item_id uuid primary key references items on delete cascade,
  prompt jsonb not null,
  responses jsonb not null,
  metadata jsonb not null default '{}',
  -- What the imported file said: provenance, never counted as a judgment.
  source_verdict jsonb
);

create table golds (
  item_id uuid primary key references items on delete cascade,
  project_id uuid not null references projects on delete cascade,
  answers jsonb not null,
  source text not null check (source in ('imported', 'set_by_hand')),
  import_id uuid references imports,
  created_by uuid not null references people,
  created_at timestamptz not null
);
create index golds_project on golds (project_id);

create table assignments (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  item_id uuid not null references items on delete cascade,
  annotator_id uuid not null references people,
  state text not null check (state in ('leased', 'submitted', 'skipped', 'expired', 'released')),
  -- Which of the person's few places in hand this lease fills; see one_lease_a_slot.
  slot smallint not null check (slot between 1 and 3),
  -- A permutation of 1..n: the response shown n-th. Fixed when the item is given out.
  shown_order smallint[] not null,
  rubric_version int not null,
  guideline_version int not null,
  leased_at timestamptz not null,
  lease_until timestamptz not null,
  finished_at timestamptz,
  skip_reason text,
  skip_note text,
  -- The judgment that counts, once submitted; amendments move it on.
  judgment_id uuid,
  check ((state = 'submitted') = (judgment_id is not null))
);
-- Never the same item twice to one person while it is held, judged or skipped.
create unique index once_per_person on assignments (item_id, annotator_id) where state in ('leased', 'submitted', 'skipped');
-- A person holds at most three leases a project: one on screen and two fetched ahead.
create unique index one_lease_a_slot on assignments (project_id, annotator_id, slot) where state = 'leased';
-- Finding leases that have run out.
create index assignments_leased on assignments (project_id, lease_until) where state = 'leased';
create index assignments_of_person on assignments (project_id, annotator_id, finished_at desc);

-- Where a person's search through the queue may begin: a hint, dropped when items come back or are added.
create table queue_cursors (
  project_id uuid not null references projects on delete cascade,
  annotator_id uuid not null references people,
  negative_priority int not null,
  item_id uuid not null,
  primary key (project_id, annotator_id)
);

create table drafts (
  assignment_id uuid primary key references assignments on delete cascade,
  annotator_id uuid not null references people,
  revision int not null check (revision >= 1),
  answers jsonb not null,
  active_ms int not null,
  saved_at timestamptz not null
);
-- A person who gets an item again finds the draft of the first time.
create index drafts_person on drafts (annotator_id);

-- Append-only: a correction is a new row that supersedes the old one.
create table judgments (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  item_id uuid not null references items on delete cascade,
  assignment_id uuid not null references assignments on delete cascade,
  annotator_id uuid not null references people,
  -- Chosen by the client before the first try: the same submission twice is one row.
  client_id uuid not null,
  body_hash bytea not null,
  revision int not null check (revision >= 1),
  supersedes uuid references judgments,
  rubric_version int not null,
  guideline_version int not null,
  answers jsonb not null,
  active_ms int not null check (active_ms >= 0),
  late boolean not null default false,
  submitted_at timestamptz not null
);
create unique index judgments_client on judgments (annotator_id, client_id);
create unique index judgments_revision on judgments (assignment_id, revision);
create unique index judgments_superseded_once on judgments (supersedes) where supersedes is not null;
create index judgments_project on judgments (project_id, id);
create index judgments_item on judgments (item_id);

create table flags (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  item_id uuid not null references items on delete cascade,
  assignment_id uuid not null references assignments on delete cascade,
  person_id uuid not null references people,
  kind text not null,
  note text not null default '',
  created_at timestamptz not null,
  resolved_at timestamptz
);
create index flags_project on flags (project_id, created_at desc);
create index flags_item on flags (item_id);

create table exports (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  format text not null,
  parquet boolean not null,
  options jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  items_read bigint not null default 0,
  items_total bigint not null default 0,
  rows_written bigint not null default 0,
  running_ms bigint not null default 0,
  files jsonb not null default '[]',
  drops jsonb not null default '{}',
  manifest jsonb,
  failure text,
  created_by uuid not null references people,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index exports_project on exports (project_id, created_at desc);

-- History cannot be rewritten, not even by a mistaken update of our own.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed: write a new one', tg_table_name using errcode = 'PLB01';
end
$$;
create trigger judgments_append_only before update on judgments for each row execute function refuse_change();
create trigger rubric_versions_immutable before update on rubric_versions for each row execute function refuse_change();
create trigger guideline_versions_immutable before update on guideline_versions for each row execute function refuse_change();
