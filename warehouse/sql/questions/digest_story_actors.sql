-- Who the day's stories name most, with the usual of each.
-- Grain: one row a story and actor.
with named as (
    select articles.story_id, mentions.actor_id, count(distinct mentions.article_id) as story_article_count, count(*) as mention_count
    from mentions join articles using (article_id)
    where mentions.day = $day and mentions.actor_id is not null and list_contains($story_ids, articles.story_id)
    group by all
)
select named.story_id, named.story_article_count, named.actor_id, daily.actor as name, daily.kind, daily.article_count,
    daily.copy_group_count, daily.outlet_count, daily.owner_count, daily.usual_article_count,
    daily.comparable_article_count, daily.ratio, daily.p_value, daily.q_value
from named
join daily_actors as daily on daily.actor_id = named.actor_id and daily.day = $day
qualify row_number() over (partition by named.story_id order by named.story_article_count desc, named.mention_count desc, name) <= 24
order by named.story_id, named.story_article_count desc, named.mention_count desc, name;
