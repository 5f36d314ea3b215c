-- Polls of feeds.
-- Grain: one row a poll.
create or replace view polls as
select polls.*, feeds.url as feed_url, feeds.title as feed
from ops.polls as polls left join seeds.feeds as feeds using (feed_id);
comment on view polls is 'Polls of feeds. Grain: one row a poll.';
comment on column polls.feed_url is 'Address of the feed.';
comment on column polls.feed is 'Title of the feed.';
