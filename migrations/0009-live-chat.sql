-- Endpoints of models, and live conversations with them as trees of turns.

create table model_endpoints (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  name text not null,
  base_url text not null,
  model text not null,
  -- Sealed with a key of the deployment (AES-256-GCM) and bound to this endpoint and its origin; null where none is needed.
  sealed_key bytea,
  parameters jsonb not null,
  -- A removed endpoint stays as what replies came from, without its key.
  state text not null check (state in ('on', 'off', 'removed')),
  -- What worked when it was last tried; null before.
  probe jsonb,
  revision int not null default 1,
  created_by uuid not null references people,
  created_at timestamptz not null,
  check (state <> 'removed' or sealed_key is null)
);
create unique index model_endpoints_name on model_endpoints (project_id, lower(name)) where state <> 'removed';

create table conversations (
  id uuid primary key,
  project_id uuid not null references projects on delete cascade,
  item_id uuid not null references items on delete cascade,
  -- Moves on when the same person gets the same item again after the lease ran out.
  assignment_id uuid not null references assignments on delete cascade,
  annotator_id uuid not null references people,
  criterion_key text not null,
  state text not null check (state in ('open', 'frozen')),
  -- The endpoint behind each slot A–D, in the order drawn when the conversation was opened.
  endpoint_ids uuid[] not null check (cardinality(endpoint_ids) between 1 and 4),
  -- The person's turn at which the conversation stands.
  head_id uuid,
  created_at timestamptz not null,
  frozen_at timestamptz,
  check ((state = 'frozen') = (frozen_at is not null))
);
create unique index conversations_once on conversations (assignment_id, criterion_key);
create index conversations_project on conversations (project_id, id);
create index conversations_person on conversations (annotator_id, item_id);

create table conversation_turns (
  id uuid primary key,
  conversation_id uuid not null references conversations on delete cascade,
  parent_id uuid references conversation_turns on delete cascade,
  kind text not null check (kind in ('user', 'model')),
  -- Chosen by the client before the first try: the same act twice is one turn.
  client_id uuid,
  body_hash bytea,
  text text not null,
  edited_from uuid references conversation_turns on delete cascade,
  -- Of the person's turns in a red-team project: what is tried.
  plan jsonb,
  -- Of a model's turns:
  slot text check (slot in ('A', 'B', 'C', 'D')),
  endpoint_id uuid references model_endpoints on delete cascade,
  state text not null check (state in ('streaming', 'complete', 'stopped', 'failed')),
  -- A server that writes this reply says so again and again; once this is past, nobody is writing it any more.
  alive_until timestamptz,
  failure jsonb,
  -- What was sent, without the key, and what came back beside the text.
  request jsonb,
  facts jsonb,
  chosen boolean not null default false,
  rating smallint check (rating between 1 and 5),
  outcome jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  check ((kind = 'model') = (slot is not null and endpoint_id is not null)),
  check (kind = 'user' or parent_id is not null),
  check (kind = 'model' or state = 'complete'),
  check ((state = 'streaming') = (alive_until is not null))
);
create index turns_of_conversation on conversation_turns (conversation_id, id);
create index turns_parent on conversation_turns (parent_id);
create index turns_edited_from on conversation_turns (edited_from) where edited_from is not null;
create index turns_endpoint on conversation_turns (endpoint_id) where endpoint_id is not null;
-- One act a client id; the replies that it asks for have none of their own.
create unique index turns_client on conversation_turns (conversation_id, client_id) where client_id is not null;
-- At most one reply goes on from each turn of the person.
create unique index turns_chosen on conversation_turns (parent_id) where chosen;
-- Finding replies that nobody writes any more.
create index turns_streaming on conversation_turns (alive_until) where state = 'streaming';

-- A submitted conversation is part of a judgment, which never changes.
create function refuse_turn_of_frozen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from conversations where id = new.conversation_id and state = 'frozen') then
    raise exception 'the turns of a frozen conversation are never changed' using errcode = 'PLB01';
  end if;
  return new;
end
$$;
create trigger turns_frozen before insert or update on conversation_turns for each row execute function refuse_turn_of_frozen();

-- Whatever submits an assignment freezes its conversations in the same transaction.
create function freeze_conversations() returns trigger language plpgsql as $$
begin
  -- A reply on its way ends as it is: nothing may be written to it afterwards.
  update conversation_turns set state = 'failed', alive_until = null, finished_at = new.finished_at,
    failure = '{"code": "interrupted", "retryAt": null, "detail": "submitted meanwhile"}'
  where state = 'streaming' and conversation_id in (select id from conversations where assignment_id = new.id);
  update conversations set state = 'frozen', frozen_at = coalesce(new.finished_at, now())
  where assignment_id = new.id and state = 'open';
  return null;
end
$$;
create trigger assignments_freeze after update of state on assignments for each row
  when (new.state = 'submitted' and old.state <> 'submitted') execute function freeze_conversations();
