-- Counts for the touched days the articles that each feed gave, and how many of them tell of each thing.
-- Grain: one row a day, kind, thing, feed and outlet.
delete from daily.carried where day in (select day from ops.touched_days);

insert into daily.carried by name
with counted as (  -- of the copies of one text, one stands for it
    select day, article_id, revision_id, feed_id, outlet_id,
        row_number() over (partition by day, copy_group_id order by article_id <> copy_group_id, article_id) = 1 as is_first
    from touched_articles where language = 'all' and folder = 'all'
),
told as (
    select revision_id, '' as kind, '' as thing_id, '' as other_id from counted
    union
    select revision_id, 'actor', actor_id, '' from touched_mentions
    union
    select revision_id, 'topic', topic_id, '' from touched_topics
    union
    select revision_id, 'place', place_id, '' from touched_places
    union
    select revision_id, 'event', type, '' from touched_events
    union
    select revision_id, 'pair', actor_id, other_actor_id from touched_pairs
)
select counted.day, told.kind, told.thing_id, told.other_id, counted.feed_id, counted.outlet_id, count(*)::integer as article_count,
    count(*) filter (where counted.is_first)::integer as copy_group_count
from told join counted using (revision_id)
group by all
order by counted.day, told.kind, told.thing_id, told.other_id, counted.feed_id, counted.outlet_id;
