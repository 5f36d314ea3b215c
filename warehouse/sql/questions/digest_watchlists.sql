-- The watchlists of the day: what they hit, and the mean of articles over up to 28 days before, empty days as zero.
-- Grain: one row a watchlist.
select lists.watch_id as id, lists.name, lists.rule, coalesce(counts.article_count, 0) as article_count,
    coalesce(counts.copy_group_count, 0) as copy_group_count, coalesce(counts.outlet_count, 0) as outlet_count,
    coalesce(counts.owner_count, 0) as owner_count,
    (select sum(past.article_count) from daily.watchlists as past where past.watch_id = lists.watch_id
        and past.day between greatest($day::date - 28, record.first_day) and $day::date - 1)
        / nullif(greatest(0, least(28, $day::date - record.first_day)), 0) as usual_article_count,
    greatest(0, least(28, $day::date - record.first_day)) as history_day_count
from seeds.watchlists as lists
cross join daily.record as record
left join daily.watchlists as counts on counts.watch_id = lists.watch_id and counts.day = $day::date
order by lists.watch_no;
