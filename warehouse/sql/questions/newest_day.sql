-- The newest day that has articles with text, and since when the news has been watched.
-- Grain: one row.
select max(day) as day, coalesce((select first_day from daily.record), min(day)) as first_day from daily.outlets;
