-- Sets the feeds of the touched days beside what they usually give.
-- Grain: one row a day and feed.
update daily.coverage as feeds set usual_page_count = usual.page_count
from (
    with pasts as (
        select days.day, days.feed_id, past.page_count, (days.day - past.day) % 7 = 0 as is_weekday,
            count(*) filter (where is_weekday) over (partition by days.day, days.feed_id) as weekday_count
        from daily.coverage as days
        join (select distinct day from ops.touched_days) as touched using (day)
        cross join range(1, 29) as back(length)
        left join daily.coverage as past on past.feed_id = days.feed_id and past.day = days.day - back.length::integer
            and past.poll_count > past.failed_poll_count
    )
    select day, feed_id, avg(page_count) filter (where is_weekday or weekday_count < 2) as page_count
    from pasts group by day, feed_id
) as usual
where usual.day = feeds.day and usual.feed_id = feeds.feed_id and feeds.usual_page_count is distinct from usual.page_count;
