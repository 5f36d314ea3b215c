-- Topics of the day that get a page: some that are named, then those of most articles below the top level.
-- Grain: one row a topic.
select topic_id as id, topic as name, 'topic' as kind, article_count, copy_group_count, outlet_count, owner_count,
    usual_article_count, mean_tone
from daily_topics
where day = $day
qualify row_number() over (order by list_contains($ids, topic_id) desc, level > 1 desc, article_count desc, topic, topic_id) <= $most
order by article_count desc, topic, topic_id;
