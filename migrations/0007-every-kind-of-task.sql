-- Items for writing and for live chats come without responses, and bring a brief or what code needs to run.
alter table items drop constraint items_response_count_check;
alter table items add constraint items_response_count_check check (response_count between 0 and 9);
alter table item_contents add column extras jsonb not null default '{}';

-- "The rubric does not settle this": which criterion, which section of the guidelines, and the judgment that says so.
alter table flags add column criterion_key text;
alter table flags add column section text not null default '';
alter table flags add column judgment_id uuid references judgments on delete cascade;
create unique index flags_once_per_judgment on flags (judgment_id, criterion_key) where judgment_id is not null;
