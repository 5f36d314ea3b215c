-- How well each feed was seen on each day.
-- Grain: one row a day and feed.
create or replace view daily_coverage as
select coverage.*, feeds.title as feed, feeds.url as feed_url, outlets.name as outlet,
    coverage.page_count / nullif(coverage.usual_page_count, 0) as coverage
from daily.coverage as coverage
left join seeds.feeds as feeds using (feed_id)
left join seeds.outlets as outlets using (outlet_id);
comment on view daily_coverage is 'How well each feed was seen on each day. Grain: one row a day and feed.';
comment on column daily_coverage.feed is 'Title of the feed.';
comment on column daily_coverage.feed_url is 'Address of the feed.';
comment on column daily_coverage.outlet is 'Outlet''s name.';
comment on column daily_coverage.coverage is 'page_count by usual_page_count; null where there is no usual, or it is zero.';
