-- Actors of some kinds beside their usual level, feed by feed, and how surely they rose or faded; also those that the day does not name.
-- Grain: one row an actor that the day or its usual names.
with today as (select * from daily_actors where day = $day),
moved as (select * from daily.usual where day = $day and kind = 'actor')
select actors.actor_id as id, actors.name, actors.kind, coalesce(today.article_count, 0) as article_count,
    coalesce(today.copy_group_count, 0) as copy_group_count, coalesce(today.outlet_count, 0) as outlet_count,
    coalesce(today.owner_count, 0) as owner_count, moved.usual as usual_article_count, moved.comparable_count as comparable_article_count,
    moved.ratio, moved.ratio_low, moved.ratio_high, moved.p_value, moved.q_value, coalesce(moved.is_new, false) as is_new
from (select actor_id from today union select thing_id from moved) as named
join facts.actors as actors using (actor_id)
left join today on today.actor_id = named.actor_id
left join moved on moved.thing_id = named.actor_id
where list_contains($kinds, actors.kind)
order by article_count desc, actors.name, actors.actor_id;
