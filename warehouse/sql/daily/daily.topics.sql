-- Counts the topics of the touched days: articles, different texts, outlets and owners.
-- Grain: one row a day and topic.
delete from daily.topics where day in (select day from ops.touched_days);

insert into daily.topics by name
with counted as (select * from daily.counted_articles where day in (select day from ops.touched_days)),
totals as (select day, count(*) as article_count from counted group by day)
select counted.day, topics.topic_id, count(distinct counted.article_id)::integer as article_count,
    count(distinct counted.copy_group_id)::integer as copy_group_count,
    count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count,
    count(distinct counted.article_id) / any_value(totals.article_count) as article_share
from facts.article_topics as topics
join counted using (revision_id)
join totals using (day)
group by counted.day, topics.topic_id
order by counted.day, topics.topic_id;
