-- Touches the days from $first to $last, so that their aggregates are made again.
-- Grain: one row a day.
insert into ops.touched_days select unnest(range($first::date, $last::date + 1, interval 1 day))::date;
