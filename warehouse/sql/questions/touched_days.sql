-- Days whose facts have changed since their aggregates were made.
-- Grain: one row a day.
select distinct day from ops.touched_days order by day;
