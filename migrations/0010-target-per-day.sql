-- How many judgments an annotator is asked for each day; null where the lead asks for no number.
alter table projects add column target_per_day int check (target_per_day between 1 and 10000);
