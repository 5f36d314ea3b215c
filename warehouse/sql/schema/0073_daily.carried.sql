-- How many articles each feed gave on a day, and how many of them tell of a thing: what the usual is reckoned from.
-- Grain: one row a day, kind, thing, feed and outlet.
create table daily.carried (
    day date not null,
    kind varchar not null,
    thing_id varchar not null,
    other_id varchar not null,
    feed_id varchar not null,
    outlet_id varchar not null,
    article_count integer not null,
    copy_group_count integer not null
);
insert into ops.touched_days select distinct day from facts.articles;
comment on table daily.carried is 'How many articles each feed gave on a day, and how many of them tell of a thing: what the usual is reckoned from. Grain: one row a day, kind, thing, feed and outlet.';
comment on column daily.carried.day is 'Day.';
comment on column daily.carried.kind is 'actor, topic, place, event, pair; empty: any article.';
comment on column daily.carried.thing_id is 'Actor, topic, place or type of event; of a pair the actor whose id comes first.';
comment on column daily.carried.other_id is 'The other actor of a pair; else empty.';
comment on column daily.carried.feed_id is 'The feed that showed the article first; empty where none did.';
comment on column daily.carried.outlet_id is 'Outlet of the article.';
comment on column daily.carried.article_count is 'Articles.';
comment on column daily.carried.copy_group_count is 'Those of them that are the first print of their text on that day, so that each text counts once.';
