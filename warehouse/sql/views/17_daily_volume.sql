-- The day's articles, and the usual: the mean of up to 28 watched days before, days without articles counted as zero.
-- Grain: one row a day.
create or replace view daily_volume as
with days as (
    select day, sum(article_count)::bigint as article_count, sum(copy_group_count)::bigint as copy_group_count,
        count(*) as outlet_count, sum(word_count)::bigint as word_count
    from daily.outlets where language = 'all' and folder = 'all' group by day
),
texts as (select day, count(distinct copy_group_id) as copy_group_count from daily.counted_articles group by day)
select days.day, days.article_count, texts.copy_group_count, days.outlet_count, days.word_count,
    coalesce(greatest(0, least(28, days.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(days.article_count) filter (where days.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, days.day - record.first_day)), 0) as usual_article_count
from days left join texts using (day) cross join daily.record as record
window past as (order by days.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_volume is 'The day''s articles, and the usual: the mean of up to 28 watched days before, days without articles counted as zero. Grain: one row a day.';
comment on column daily_volume.day is 'Day.';
comment on column daily_volume.article_count is 'Articles with text.';
comment on column daily_volume.copy_group_count is 'Different texts among them; null where the texts were pruned.';
comment on column daily_volume.outlet_count is 'Outlets with an article.';
comment on column daily_volume.word_count is 'Words in them.';
comment on column daily_volume.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_volume.usual_article_count is 'Mean articles a day over those days; null until there is one.';
