-- What the day's stories are about, with the usual of each topic.
-- Grain: one row a story and topic.
with told as (
    select articles.story_id, topics.topic_id, count(distinct topics.article_id) as story_article_count, max(topics.score) as score
    from topics join articles using (article_id)
    where topics.day = $day and list_contains($story_ids, articles.story_id) and topics.level > 1
    group by all
)
select told.story_id, told.story_article_count, told.topic_id as id, daily.topic as name, 'topic' as kind, daily.article_count, daily.copy_group_count,
    daily.outlet_count, daily.owner_count, daily.usual_article_count,
    daily.comparable_article_count, daily.ratio, daily.p_value, daily.q_value, daily.history_day_count
from told
join daily_topics as daily on daily.topic_id = told.topic_id and daily.day = $day
qualify row_number() over (partition by told.story_id order by told.story_article_count desc, told.score desc, daily.topic) <= 3
order by told.story_id, told.story_article_count desc, told.score desc, daily.topic;
