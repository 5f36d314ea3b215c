-- Notes that the watchlists of the touched days are to be counted again, where there are watchlists.
-- Grain: one row a day.
insert into ops.watched_days
select day from ops.touched_days where exists (select 1 from seeds.watchlists)
except select day from ops.watched_days;
