-- Days counted and not yet checked, and those of what was analysed since $since, with their articles; none to be counted again.
-- Grain: one row a day.
with made as (
    select day from ops.counted_days
    union
    select counted.day
    from daily.counted_articles as counted
    join ops.analyses as analyses on analyses.revision_id = counted.revision_id and analyses.analysed_at >= $since
)
select day, coalesce(article_count, 0)::integer as article_count
from made
left join (
    select day, sum(article_count) as article_count from daily.outlets
    where language = 'all' and folder = 'all' group by day
) using (day)
where day not in (select day from ops.touched_days) and day >= (select text_day from ops.kept)
order by day;
