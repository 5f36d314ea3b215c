-- Topics of the day beside their usual: the mean of articles over up to 28 days before, empty days as zero.
-- Grain: one row a topic that the day or its usual holds.
with history as (select first_day, greatest(0, least(28, $day::date - first_day)) as day_count from daily.record),
past as (
    select topic_id, sum(article_count) as article_count
    from daily_topics where day between $day::date - 28 and $day::date - 1 and day >= (select first_day from history) group by topic_id
),
today as (select * from daily_topics where day = $day)
select topics.topic_id as id, topics.label as name, 'topic' as kind, coalesce(today.article_count, 0) as article_count,
    coalesce(today.copy_group_count, 0) as copy_group_count, coalesce(today.outlet_count, 0) as outlet_count,
    coalesce(today.owner_count, 0) as owner_count,
    coalesce(past.article_count, 0) / nullif(history.day_count, 0) as usual_article_count, past.topic_id is null as is_new
from (select topic_id from past union select topic_id from today) as named
join seeds.topics as topics using (topic_id)
left join today on today.topic_id = named.topic_id
left join past on past.topic_id = named.topic_id
cross join history
where topics.level = 2
order by article_count desc, topics.label;
