-- Entries as the feeds gave them.
-- Grain: one row a feed and entry.
create or replace view entries as
select entries.* replace (coalesce(articles.same_as_id, entries.article_id) as article_id), feeds.url as feed_url
from facts.entries as entries
left join facts.articles as articles on articles.article_id = entries.article_id
left join seeds.feeds as feeds on feeds.feed_id = entries.feed_id;
comment on view entries is 'Entries as the feeds gave them. Grain: one row a feed and entry.';
comment on column entries.feed_url is 'Address of the feed.';
