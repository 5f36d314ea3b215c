-- How much of the day was seen: pages shown and read, feeds polled and failed, and the share that failed feeds usually bring.
-- Grain: one row.
with pages as (select count(*) as page_count, count(body) as read_count from articles where day = $day),
today as (select state, usual_page_count from daily_coverage where day = $day)
select
    pages.page_count, pages.read_count,
    (select count(*) from today where state <> 'unpolled') as feed_count,
    (select count(*) from today where state = 'failed') as failed_feed_count,
    (select sum(usual_page_count::decimal(18, 6))::double from today where state = 'failed') as missing_page_count,
    (select coverage from daily_coverage_total where day = $day) as coverage
from pages;
