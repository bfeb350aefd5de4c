-- Freezing takes a conversation's own lock before it looks at the turns, as every act on a conversation does: what was being
-- said at that moment is there by then, and no reply stays on its way in a conversation that never changes again.
create or replace function freeze_conversations() returns trigger language plpgsql as $$
begin
  perform 1 from conversations where assignment_id = new.id and state = 'open' order by id for update;
  update conversation_turns set state = 'failed', alive_until = null, finished_at = new.finished_at,
    failure = '{"code": "interrupted", "retryAt": null, "detail": "submitted meanwhile"}'
  where state = 'streaming' and conversation_id in (select id from conversations where assignment_id = new.id);
  update conversations set state = 'frozen', frozen_at = coalesce(new.finished_at, now())
  where assignment_id = new.id and state = 'open';
  return null;
end
$$;
