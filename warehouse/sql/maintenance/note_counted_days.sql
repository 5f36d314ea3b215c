-- Notes the touched days, whose aggregates are made, for the checks at the end of the run.
-- Grain: one row a day.
insert into ops.counted_days
select distinct day from ops.touched_days where day not in (select day from ops.counted_days);
