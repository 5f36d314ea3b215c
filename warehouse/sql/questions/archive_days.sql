-- Every day that has a digest, newest first, with its last edition.
-- Grain: one row a day.
select digests.day, digests.edition, coalesce(volume.article_count, 0) as article_count, coalesce(volume.outlet_count, 0) as outlet_count,
    coalesce(digests.content ->> '$.stories[0].headline.title', '') as title,
    coalesce(digests.content ->> '$.stories[0].headline.outlet', '') as outlet
from daily.digests as digests
left join daily_volume as volume on volume.day = digests.day
qualify row_number() over (partition by digests.day order by digests.edition desc) = 1
order by digests.day desc;
