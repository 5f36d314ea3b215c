-- How well each feed was seen on each day.
-- Grain: one row a day and feed.
create or replace view daily_coverage as
select coverage.*, feeds.title as feed, feeds.url as feed_url, outlets.name as outlet
from daily.coverage as coverage
left join seeds.feeds as feeds using (feed_id)
left join seeds.outlets as outlets using (outlet_id);
comment on view daily_coverage is 'How well each feed was seen on each day. Grain: one row a day and feed.';
comment on column daily_coverage.feed is 'Title of the feed.';
comment on column daily_coverage.feed_url is 'Address of the feed.';
comment on column daily_coverage.outlet is 'Outlet''s name.';
