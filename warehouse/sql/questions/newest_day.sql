-- The newest day that has articles with text, and the first.
-- Grain: one row.
select max(day) as day, min(day) as first_day from daily.articles;
