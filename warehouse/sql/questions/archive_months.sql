-- The months that have digests, newest first.
-- Grain: one row a month.
select date_trunc('month', day)::date as first_day, count(distinct day) as day_count
from daily.digests
group by all
order by first_day desc;
