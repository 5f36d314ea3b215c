-- The last edition of each of the newest days that have one.
-- Grain: one row a day.
select day, edition, written_at, content
from daily.digests
qualify row_number() over (partition by day order by edition desc) = 1
order by day desc
limit $most;
