-- An actor's count on a day is what its mentions show, on the days of what was analysed since $since.
with days as (
    select distinct counted.day
    from daily.counted_articles as counted
    join ops.analyses as analyses on analyses.revision_id = counted.revision_id and analyses.analysed_at >= $since
    where counted.day >= (select text_day from ops.kept)
),
shown as (
    select counted.day, mentions.actor_id, count(*) as mention_count, count(distinct counted.article_id) as article_count
    from daily.settled_mentions as mentions
    join daily.counted_articles as counted using (revision_id)
    where counted.day in (select day from days)
    group by all
)
select coalesce(shown.day, counts.day) as day, coalesce(shown.actor_id, counts.actor_id) as actor_id
from shown
full join (
    select * from daily.actors where day in (select day from days) and language = 'all' and folder = 'all'
) as counts
    on counts.day = shown.day and counts.actor_id = shown.actor_id
where shown.mention_count is distinct from counts.mention_count or shown.article_count is distinct from counts.article_count;
