-- What each feed gave on a day beside what it usually gives on such a weekday; what is missing most comes first.
-- Grain: one row a feed.
create or replace macro main.coverage(day) as table
select seen.day, seen.feed, seen.outlet, seen.feed_url, seen.state, seen.poll_count, seen.failed_poll_count, seen.gap_count, seen.entry_count,
    seen.page_count, seen.read_count, seen.usual_page_count, seen.coverage, total.coverage as day_coverage, seen.feed_id
from daily_coverage as seen
join daily_coverage_total as total on total.day = seen.day
where seen.day = day::date
order by greatest(0, seen.usual_page_count - seen.page_count) desc nulls last, seen.feed_id;
comment on macro table main.coverage is 'What each feed gave on a day beside what it usually gives on such a weekday; what is missing most comes first. Grain: one row a feed.';
