-- Topics below the top level beside their usual level, feed by feed, and how surely they rose or faded; also those that the day lacks.
-- Grain: one row a topic that the day or its usual holds.
with today as (select * from daily_topics where day = $day),
moved as (select * from daily.usual where day = $day and kind = 'topic')
select topics.topic_id as id, topics.label as name, 'topic' as kind, coalesce(today.article_count, 0) as article_count,
    coalesce(today.copy_group_count, 0) as copy_group_count, coalesce(today.outlet_count, 0) as outlet_count,
    coalesce(today.owner_count, 0) as owner_count, moved.usual as usual_article_count, moved.comparable_count as comparable_article_count,
    moved.ratio, moved.ratio_low, moved.ratio_high, moved.p_value, moved.q_value, coalesce(moved.is_new, false) as is_new
from (select topic_id from today union select thing_id from moved) as named
join seeds.topics as topics using (topic_id)
left join today on today.topic_id = named.topic_id
left join moved on moved.thing_id = named.topic_id
where topics.level = 2
order by article_count desc, topics.label;
