-- The day's topics, and the usual: the mean of up to 28 watched days before, days without counted as zero.
-- Grain: one row a day and topic.
create or replace view daily_topics as
select counts.day, counts.topic_id, topics.label as topic, topics.level,
    counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count, counts.mean_tone, counts.article_share,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from daily.topics as counts
join seeds.topics as topics on topics.topic_id = counts.topic_id
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all'
window past as (partition by counts.topic_id order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_topics is 'The day''s topics, and the usual: the mean of up to 28 watched days before, days without counted as zero. Grain: one row a day and topic.';
comment on column daily_topics.day is 'Day.';
comment on column daily_topics.topic is 'Label of the topic.';
comment on column daily_topics.level is '1 or 2.';
comment on column daily_topics.topic_id is 'medtop code.';
comment on column daily_topics.article_count is 'Articles.';
comment on column daily_topics.copy_group_count is 'Different texts.';
comment on column daily_topics.outlet_count is 'Outlets.';
comment on column daily_topics.owner_count is 'Owners of those outlets.';
comment on column daily_topics.mean_tone is 'Mean tone of the articles, -1 to 1; null where none was read.';
comment on column daily_topics.article_share is 'Share of the day''s articles, 0 to 1.';
comment on column daily_topics.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_topics.usual_article_count is 'Mean articles a day over those days; null until there is one.';
comment on column daily_topics.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
