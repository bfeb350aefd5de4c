-- When responses of a model first came into a project, and when a model that people talk with was exchanged: what a change
-- in people's work may come from. One row a model and change, so that what is told does not need a look at all responses.
create table model_changes (
  project_id uuid not null references projects on delete cascade,
  name text not null,
  -- 1 where the model is new; for a model that people talk with, the revision of its settings.
  version int not null check (version >= 1),
  at timestamptz not null,
  primary key (project_id, name, version)
);

insert into model_changes (project_id, name, version, at)
select i.project_id, r.response ->> 'model', 1, min(i.created_at)
from items i
join item_contents c on c.item_id = i.id
cross join lateral jsonb_array_elements(c.responses) as r (response)
where coalesce(r.response ->> 'model', '') <> ''
group by 1, 2;

insert into model_changes (project_id, name, version, at)
select project_id, name, 1, min(created_at) from model_endpoints group by 1, 2
on conflict do nothing;

-- Kept reports do not name models among what changed: they are computed anew.
update quality_reports set report = null, people = null, computed_at = null, through_judgment_id = null, took_ms = 0;
