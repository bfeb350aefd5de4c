-- Pictures, sound, films and PDFs. The bytes lie in the file store under their hash; a row gives them a name in a project.
create table media (
  project_id uuid not null references projects on delete cascade,
  name text not null check (name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('image', 'audio', 'video', 'pdf')),
  content_type text not null,
  bytes bigint not null check (bytes > 0),
  width int,
  height int,
  duration_ms int,
  created_by uuid not null references people,
  created_at timestamptz not null,
  primary key (project_id, name)
);
-- Whether anybody still needs a file of the store.
create index media_content on media (sha256, project_id);
create index media_newest on media (project_id, created_at desc, name desc);

-- Which items show which media. Few items do, so the rows are written by the statement that writes contents.
create table item_media (
  item_id uuid not null,
  sha256 text not null,
  project_id uuid not null,
  primary key (item_id, sha256)
);
create index item_media_project on item_media (project_id, sha256);

create function contents_name_their_media() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from fresh where prompt @? '$[*].attachments[*]' or responses @? '$[*].attachments[*]') then
    return null;
  end if;
  insert into item_media (item_id, sha256, project_id)
  select distinct f.item_id, a.attachment ->> 'mediaId', i.project_id
  from fresh f join items i on i.id = f.item_id
  cross join lateral (
    select jsonb_path_query(f.prompt, '$[*].attachments[*]') as attachment
    union all
    select jsonb_path_query(f.responses, '$[*].attachments[*]')
  ) a
  where a.attachment ->> 'mediaId' is not null
  -- One item may show the same picture twice, also in two statements.
  on conflict do nothing;
  return null;
end
$$;
create trigger contents_media after insert on item_contents referencing new table as fresh for each statement execute function contents_name_their_media();

create function items_take_their_media_along() returns trigger language plpgsql as $$
begin
  delete from item_media using gone where item_media.item_id = gone.id;
  return null;
end
$$;
create trigger items_media_gone after delete on items referencing old table as gone for each statement execute function items_take_their_media_along();
