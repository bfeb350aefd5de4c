-- Whoever had an item that was excluded since is not given it again. Only that word of the claim changes.
do $$
declare
  before text := pg_get_functiondef('claim_items(uuid[], uuid[], uuid[], timestamptz[], int[], bigint[])'::regprocedure);
  after text := replace(before, $s$a.state in ('leased', 'submitted', 'skipped')$s$, $s$a.state in ('leased', 'submitted', 'skipped', 'excluded')$s$);
begin
  if after = before then
    raise exception 'claim_items no longer says whom an item was given to in the words that this migration changes';
  end if;
  execute after;
end
$$;
