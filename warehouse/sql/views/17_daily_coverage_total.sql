-- How well the day was seen: feeds polled and failed, articles to expect, shown and read.
-- Grain: one row a day.
create or replace view daily_coverage_total as
select counts.day, count(*) filter (where counts.state <> 'unpolled') as feed_count,
    count(*) filter (where counts.state = 'failed') as failed_feed_count,
    count(*) filter (where counts.state = 'partial') as partial_feed_count,
    coalesce(count(*) filter (where counts.state = 'failed') / nullif(count(*) filter (where counts.state <> 'unpolled'), 0), 0) as failed_feed_share,
    sum(counts.page_count)::bigint as page_count, sum(counts.read_count)::bigint as read_count, sum(counts.gap_count)::bigint as gap_count,
    sum(counts.usual_page_count::decimal(18, 6))::double as usual_page_count,
    sum(counts.page_count) filter (where counts.usual_page_count is not null) / nullif(sum(counts.usual_page_count::decimal(18, 6)), 0) as coverage
from daily.coverage as counts group by counts.day;
comment on view daily_coverage_total is 'How well the day was seen: feeds polled and failed, articles to expect, shown and read. Grain: one row a day.';
comment on column daily_coverage_total.day is 'Day.';
comment on column daily_coverage_total.feed_count is 'Feeds that were polled.';
comment on column daily_coverage_total.failed_feed_count is 'Feeds whose every poll failed.';
comment on column daily_coverage_total.partial_feed_count is 'Feeds some of whose polls failed.';
comment on column daily_coverage_total.failed_feed_share is 'Failed feeds among those polled, 0 to 1.';
comment on column daily_coverage_total.page_count is 'Articles that the feeds showed, counted once a feed.';
comment on column daily_coverage_total.read_count is 'Those of them that have text.';
comment on column daily_coverage_total.gap_count is 'Polls that may have missed entries.';
comment on column daily_coverage_total.usual_page_count is 'Articles to expect of those feeds that have a past; null where none has.';
comment on column daily_coverage_total.coverage is 'Articles that these feeds gave by those to expect: below 1 where some is missing.';
