-- Pairs of actors of some kinds beside their usual level, feed by feed, and how surely they rose or faded; also those that the day does not name.
-- Grain: one row a pair that the day or its usual names.
with today as (select * from daily.pairs where day = $day and language = 'all' and folder = 'all'),
moved as (select * from daily.usual where day = $day and kind = 'pair')
select named.actor_id || ' ' || named.other_actor_id as id, least(one.name, other.name) || ' and ' || greatest(one.name, other.name) as name,
    'pair' as kind, coalesce(today.article_count, 0) as article_count,
    coalesce(today.copy_group_count, 0) as copy_group_count, coalesce(today.outlet_count, 0) as outlet_count,
    coalesce(today.owner_count, 0) as owner_count, moved.usual as usual_article_count, moved.comparable_count as comparable_article_count,
    moved.ratio, moved.ratio_low, moved.ratio_high, moved.p_value, moved.q_value, coalesce(moved.is_new, false) as is_new
from (select actor_id, other_actor_id from today union select thing_id, other_id from moved) as named
join facts.actors as one on one.actor_id = named.actor_id and list_contains($kinds, one.kind)
join facts.actors as other on other.actor_id = named.other_actor_id and list_contains($kinds, other.kind)
left join today on today.actor_id = named.actor_id and today.other_actor_id = named.other_actor_id
left join moved on moved.thing_id = named.actor_id and moved.other_id = named.other_actor_id
order by article_count desc, name, id;
