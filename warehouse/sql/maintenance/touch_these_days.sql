-- Touches the days of $days, so that their aggregates are made again.
-- Grain: one row a day.
insert into ops.touched_days select unnest($days::date[]);
