-- Articles a day of the watchlists over the 28 days to the day.
-- Grain: one row a watchlist and day.
select watch_id as id, day, article_count from daily.watchlists
where day between $day::date - 27 and $day::date order by watch_id, day;
