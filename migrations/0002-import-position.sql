-- Where a stopped import goes on, written in the transaction that wrote the rows before it.
alter table imports add column position jsonb;
-- Records that belong to an item still to be completed by the next rows; null where nothing waits.
alter table imports add column normaliser_state jsonb;
