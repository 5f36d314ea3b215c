-- The days whose watchlists wait to be counted.
-- Grain: one row a day.
select distinct day from ops.watched_days order by day;
