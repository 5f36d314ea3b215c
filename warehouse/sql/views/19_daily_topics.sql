-- The day's topics, beside their usual level on such a weekday, and how surely they rose or faded.
-- Grain: one row a day and topic.
create or replace view daily_topics as
select counts.day, counts.topic_id, topics.label as topic, topics.level,
    counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count, counts.mean_tone, counts.article_share,
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coalesce(usual.is_new, false) as is_new, coverage.coverage
from daily.topics as counts
join seeds.topics as topics on topics.topic_id = counts.topic_id
left join daily.usual as usual
    on usual.day = counts.day and usual.kind = 'topic' and usual.thing_id = counts.topic_id
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all';
comment on view daily_topics is 'The day''s topics, beside their usual level on such a weekday, and how surely they rose or faded. Grain: one row a day and topic.';
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
comment on column daily_topics.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_topics.usual_article_count is 'Articles to expect at the level of those days, in feeds that were read then as well; null where nothing can be compared.';
comment on column daily_topics.comparable_article_count is 'Articles of the day from these feeds: what stands beside the usual.';
comment on column daily_topics.ratio is 'comparable_article_count by usual_article_count; null where the usual is zero or there is none.';
comment on column daily_topics.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_topics.ratio_high is 'Upper end of it; null where the past holds nothing that could bound it.';
comment on column daily_topics.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily_topics.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_topics.is_new is 'No feed told of it in the 28 days before.';
comment on column daily_topics.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
comment on column daily_topics.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
