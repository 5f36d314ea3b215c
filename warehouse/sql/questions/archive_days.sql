-- Every day from $first to $last that has a digest, newest first, as its last edition tells it.
-- Grain: one row a day.
select day, edition, coalesce((content ->> '$.volume.counts.article_count')::integer, 0) as article_count,
    coalesce((content ->> '$.volume.counts.outlet_count')::integer, 0) as outlet_count,
    coalesce(content ->> '$.stories[0].headline.title', '') as title,
    coalesce(content ->> '$.stories[0].headline.outlet', '') as outlet
from daily.digests
where day between $first and $last
qualify row_number() over (partition by day order by edition desc) = 1
order by day desc;
