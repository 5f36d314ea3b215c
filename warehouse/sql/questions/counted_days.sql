-- The days from $first to $last that have articles with text, whether counted already or not; null is no bound.
-- Grain: one row a day.
select distinct day from daily.counted_articles
where day between coalesce($first::date, day) and coalesce($last::date, day) order by day;
