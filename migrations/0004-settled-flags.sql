-- Who answered a flag; resolved_at, which says when, was there from the start.
alter table flags add column settled_by uuid references people;
alter table flags add column settled_note text not null default '';
alter table flags add constraint settled_by_somebody check (settled_by is null or resolved_at is not null);

-- What only this deployment knows, made on first use: such as the key of the pseudonyms in exports.
create table deployment_secrets (
  name text primary key,
  value bytea not null,
  created_at timestamptz not null
);
