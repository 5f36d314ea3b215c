-- The articles of the day and of the 27 days before, and the usual: the mean of up to 28 days before, empty days as zero.
-- Grain: one row a day.
with history as (select coalesce(least(first_day, $day::date), $day::date) as first_day from daily.record),
days as (
    select unnest(range(greatest($day::date - 27, (select first_day from history)), $day::date + 1, interval 1 day))::date as day
),
failed as (select day, failed_feed_count from daily_coverage_total),
past as (
    select coalesce(sum(article_count), 0) as article_count, least(28, $day::date - (select first_day from history)) as day_count
    from daily_volume
    where day between $day::date - 28 and $day::date - 1 and day >= (select first_day from history)
)
select days.day, coalesce(volume.article_count, 0) as article_count, coalesce(volume.copy_group_count, 0) as copy_group_count,
    coalesce(volume.outlet_count, 0) as outlet_count, coalesce(failed.failed_feed_count, 0) > 0 as is_partial,
    past.article_count / nullif(past.day_count, 0) as usual_article_count, past.day_count as history_day_count,
    (select count(distinct owner) from daily.counted_articles as counted where counted.day = days.day) as owner_count
from days
left join daily_volume as volume on volume.day = days.day
left join failed on failed.day = days.day
cross join past
order by days.day;
