-- Seeds are what people wrote last: the whole table is replaced. A feed that is polled no more, or again, touches its days.
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

delete from seeds.feeds;

insert into seeds.feeds by name select * from staged_feeds;
