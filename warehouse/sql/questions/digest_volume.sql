-- The articles of the day and of the 27 days before, and what its feeds usually bring.
-- Grain: one row a day.
with history as (select coalesce(least(first_day, $day::date), $day::date) as first_day from daily.record),
days as (
    select unnest(range(greatest($day::date - 27, (select first_day from history)), $day::date + 1, interval 1 day))::date as day
),
failed as (select day, failed_feed_count from daily_coverage_total),
past as (select usual_article_count, history_day_count, ratio from daily_volume where day = $day)
select days.day, coalesce(volume.article_count, 0) as article_count, coalesce(volume.copy_group_count, 0) as copy_group_count,
    coalesce(volume.outlet_count, 0) as outlet_count, coalesce(failed.failed_feed_count, 0) > 0 as is_partial,
    past.usual_article_count, coalesce(past.history_day_count, 0) as history_day_count, past.ratio,
    (select count(distinct owner) from daily.counted_articles as counted where counted.day = days.day) as owner_count
from days
left join daily_volume as volume on volume.day = days.day
left join failed on failed.day = days.day
left join past on true
order by days.day;
