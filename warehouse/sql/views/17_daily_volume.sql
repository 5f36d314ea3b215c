-- The day's articles beside their usual number on such a weekday, and how surely they were more or fewer.
-- Grain: one row a day.
create or replace view daily_volume as
with days as (
    select day, sum(article_count)::bigint as article_count, count(*) as outlet_count, sum(word_count)::bigint as word_count
    from daily.outlets where language = 'all' and folder = 'all' group by day
),
texts as (select day, sum(copy_group_count)::bigint as copy_group_count from daily.carried where kind = '' group by day)
select days.day, days.article_count, texts.copy_group_count, days.outlet_count, days.word_count,
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coverage.coverage
from days
left join texts on texts.day = days.day
left join daily.usual as usual on usual.day = days.day and usual.kind = ''
left join daily_coverage_total as coverage on coverage.day = days.day;
comment on view daily_volume is 'The day''s articles beside their usual number on such a weekday, and how surely they were more or fewer. Grain: one row a day.';
comment on column daily_volume.day is 'Day.';
comment on column daily_volume.article_count is 'Articles with text.';
comment on column daily_volume.copy_group_count is 'Different texts among them; null for days counted by an earlier version whose texts are gone.';
comment on column daily_volume.outlet_count is 'Outlets with an article.';
comment on column daily_volume.word_count is 'Words in them.';
comment on column daily_volume.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_volume.usual_article_count is 'Mean articles a day over those days, of feeds that were read on the day as well; null where nothing can be compared.';
comment on column daily_volume.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
comment on column daily_volume.comparable_article_count is 'Articles of the day from feeds that were read then as well: what stands beside the usual.';
comment on column daily_volume.ratio is 'comparable_article_count by usual_article_count; null where there is no usual.';
comment on column daily_volume.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_volume.ratio_high is 'Upper end of it.';
comment on column daily_volume.p_value is 'How often chance alone would move the number as far from the usual; null where there are too few articles to tell.';
comment on column daily_volume.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_volume.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
