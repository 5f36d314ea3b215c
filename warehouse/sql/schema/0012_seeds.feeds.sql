-- Feeds to poll.
-- Grain: one row a feed.
create table seeds.feeds (
    feed_id varchar not null,
    outlet_id varchar not null,
    url varchar not null,
    title varchar not null,
    folder varchar not null,
    language varchar not null,
    is_enabled boolean not null
);
comment on table seeds.feeds is 'Feeds to poll. Grain: one row a feed.';
comment on column seeds.feeds.feed_id is 'Id made from the address.';
comment on column seeds.feeds.outlet_id is 'Outlet that the feed is of.';
comment on column seeds.feeds.url is 'Address of the feed.';
comment on column seeds.feeds.title is 'Title that readers know.';
comment on column seeds.feeds.folder is 'Group that the user put it in; levels are separated by a slash.';
comment on column seeds.feeds.language is 'ISO 639-1 code; empty where unknown.';
comment on column seeds.feeds.is_enabled is 'Whether it is polled.';
