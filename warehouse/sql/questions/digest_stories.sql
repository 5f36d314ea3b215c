-- The day's stories, widest first: told by most outlets, in most different texts, in most articles.
-- Grain: one row a story.
with counted as (
    select articles.story_id, counted.*
    from daily.counted_articles as counted join articles using (article_id)
    where articles.story_id is not null
),
today as (
    select story_id, count(*) as article_count, count(distinct copy_group_id) as copy_group_count,
        count(distinct outlet_id) as outlet_count, count(distinct owner) as owner_count, min(article_id) as any_article
    from counted where day = $day group by story_id
),
since as (
    select story_id, count(*) as total_article_count, min(day) as first_day, count(distinct day) as day_count
    from counted where day <= $day group by story_id
)
select today.story_id, today.article_count, today.copy_group_count, today.outlet_count, today.owner_count,
    since.total_article_count, since.first_day, since.day_count
from today join since using (story_id)
order by outlet_count desc, copy_group_count desc, article_count desc, story_id
limit $most;
