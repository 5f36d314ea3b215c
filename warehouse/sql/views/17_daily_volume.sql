-- The day's articles, and the usual: the mean of up to 28 days before, days without articles counted as zero.
-- Grain: one row a day.
create or replace view daily_volume as
with days as (
    select day, sum(article_count)::bigint as article_count, sum(copy_group_count)::bigint as copy_group_count,
        count(*) as outlet_count, sum(word_count)::bigint as word_count
    from daily.articles group by day
),
texts as (select day, count(distinct copy_group_id) as copy_group_count from daily.counted_articles group by day),
history as (select min(day) as first_day from days)
select days.day, days.article_count, texts.copy_group_count, days.outlet_count, days.word_count,
    least(28, date_diff('day', history.first_day, days.day)) as history_day_count,
    coalesce(sum(days.article_count) over past, 0) / nullif(least(28, date_diff('day', history.first_day, days.day)), 0) as usual_article_count
from days join texts using (day) cross join history
window past as (order by days.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_volume is 'The day''s articles, and the usual: the mean of up to 28 days before, days without articles counted as zero. Grain: one row a day.';
comment on column daily_volume.day is 'Day.';
comment on column daily_volume.article_count is 'Articles with text.';
comment on column daily_volume.copy_group_count is 'Different texts among them.';
comment on column daily_volume.outlet_count is 'Outlets with an article.';
comment on column daily_volume.word_count is 'Words in them.';
comment on column daily_volume.history_day_count is 'Days that the usual rests on.';
comment on column daily_volume.usual_article_count is 'Mean articles a day over those days; null on the first day.';
