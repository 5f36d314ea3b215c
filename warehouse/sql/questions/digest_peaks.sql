-- For some actors, the newest day of the year before on which as many articles named each; null where it has none.
-- Grain: one row an actor of the day.
select today.actor_id as id, today.actor as name, today.article_count, max(past.day) as since, today.history_day_count
from daily_actors as today
left join (
    select actor_id, day, article_count from daily.actors
    where day between $day::date - 366 and $day::date - 1 and language = 'all' and folder = 'all' and list_contains($ids, actor_id)
) as past on past.actor_id = today.actor_id and past.article_count >= today.article_count
where today.day = $day and list_contains($ids, today.actor_id)
group by all
order by today.article_count desc, today.actor, today.actor_id;
