-- The last edition of each of the newest days that have one; the texts of older ones are not read.
-- Grain: one row a day.
with newest as (select day, max(edition) as edition from daily.digests group by day order by day desc limit $most)
select digests.day, digests.edition, digests.written_at, digests.content
from daily.digests as digests join newest using (day, edition)
where digests.day >= (select min(day) from newest)
order by digests.day desc;
