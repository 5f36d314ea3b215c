-- Seeds are what people wrote last: the whole table is replaced. A feed whose polling or folder changes touches its days.
-- Grain: one row a feed.
insert into ops.touched_days
with polled_before as (select feed_id from seeds.feeds where is_enabled),
polled_after as (select feed_id from staged_feeds where is_enabled),
changed as ((from polled_before except from polled_after) union (from polled_after except from polled_before))
select distinct day from daily.coverage
where day > (
    select min(polled_at at time zone (select value from ops.settings where name = 'timezone'))::date
    from ops.polls semi join changed using (feed_id)
);

insert into ops.touched_days
with changed as (
    (select feed_id, folder from seeds.feeds except select feed_id, folder from staged_feeds)
    union
    (select feed_id, folder from staged_feeds except select feed_id, folder from seeds.feeds)
)
select distinct articles.day
from facts.entries as entries
semi join changed on changed.feed_id = entries.feed_id and changed.folder <> ''
join facts.articles as named on named.article_id = entries.article_id
join facts.articles as articles on articles.article_id = coalesce(named.same_as_id, named.article_id);

delete from seeds.feeds;

insert into seeds.feeds by name select * from staged_feeds;
