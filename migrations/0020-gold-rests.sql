-- Gold that enough people had, or that was served for long enough, rests: answers get about.
-- How many people were given it; counted in the row that a claim of gold locks, so that it never goes past what is allowed.
alter table golds add column people int not null default 0;
-- Since when it is served, without a break.
alter table golds add column served_since timestamptz;
update golds set people = (
  select count(distinct annotator_id) from assignments a where a.project_id = golds.project_id and a.item_id = golds.item_id and a.gold_purpose is not null);
update golds set served_since = coalesce(changed_at, created_at) where state in ('active', 'suspect');
alter table golds add constraint golds_served_since_check check (state <> 'active' or served_since is not null);

-- After so many people, and after so many days; 0 for never.
alter table projects alter column gold set default
  '{"firstTasks": 0, "firstPurpose": "training", "sharePercent": 0, "trainingPercent": 0, "mostPeople": 50, "mostDays": 180}';
update projects set gold = '{"mostPeople": 50, "mostDays": 180}'::jsonb || gold;
