-- Actors of some kinds on the day beside their usual: the mean of articles over up to 28 days before, empty days as zero.
-- Grain: one row an actor that the day or its usual names.
with history as (select first_day, greatest(0, least(28, $day::date - first_day)) as day_count from daily.record),
past as (
    select actor_id, sum(article_count) as article_count
    from daily_actors where day between $day::date - 28 and $day::date - 1 and day >= (select first_day from history) group by actor_id
),
today as (select * from daily_actors where day = $day)
select actors.actor_id as id, actors.name, actors.kind, coalesce(today.article_count, 0) as article_count,
    coalesce(today.copy_group_count, 0) as copy_group_count, coalesce(today.outlet_count, 0) as outlet_count,
    coalesce(today.owner_count, 0) as owner_count,
    coalesce(past.article_count, 0) / nullif(history.day_count, 0) as usual_article_count, actors.first_day = $day as is_new
from (select actor_id from past union select actor_id from today) as named
join actors using (actor_id)
left join today on today.actor_id = named.actor_id
left join past on past.actor_id = named.actor_id
cross join history
where list_contains($kinds, actors.kind)
order by article_count desc, actors.name, actors.actor_id;
