-- Entries as the feeds gave them.
-- Grain: one row a feed and entry.
create or replace view entries as
select entries.*, feeds.url as feed_url from facts.entries as entries left join seeds.feeds as feeds using (feed_id);
comment on view entries is 'Entries as the feeds gave them. Grain: one row a feed and entry.';
comment on column entries.feed_url is 'Address of the feed.';
