-- The days from $first to $last that have articles with text.
-- Grain: one row a day.
select distinct day from daily.outlets where day between $first and $last order by day;
