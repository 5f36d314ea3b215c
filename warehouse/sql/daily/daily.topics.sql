-- Counts the topics of the touched days: articles, different texts, outlets, owners and tone.
-- Grain: one row a day, language, folder and topic.
delete from daily.topics where day in (select day from ops.touched_days);

insert into daily.topics by name
with counted as (from touched_articles),
totals as (select day, language, folder, count(*) as article_count from counted group by all)
select counted.day, counted.language, counted.folder, topics.topic_id, count(distinct counted.article_id)::integer as article_count,
    count(distinct counted.copy_group_id)::integer as copy_group_count,
    count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count,
    avg(tones.score) as mean_tone, count(*) / any_value(totals.article_count) as article_share
from touched_topics as topics
join counted using (revision_id)
join totals using (day, language, folder)
left join touched_tones as tones on tones.revision_id = topics.revision_id and tones.scope = 'article'
group by all
order by counted.day, counted.language, counted.folder, topics.topic_id;
