-- How much of the day was seen: pages shown and read, feeds polled and failed, and the share that failed feeds usually bring.
-- Grain: one row.
with pages as (select count(*) as page_count, count(body) as read_count from articles where day = $day),
today as (select feed_url, state from daily_coverage where day = $day),
usual as (
    select feed_url, avg(page_count) as page_count
    from daily_coverage
    where day between $day::date - 28 and $day::date - 1 and state = 'ok'
    group by feed_url
)
select
    pages.page_count, pages.read_count,
    (select count(*) from today where state <> 'unpolled') as feed_count,
    (select count(*) from today where state = 'failed') as failed_feed_count,
    (select sum(usual.page_count) from usual join today using (feed_url) where today.state = 'failed') as missing_page_count,
    (select coverage from daily_coverage_total where day = $day) as coverage
from pages;
