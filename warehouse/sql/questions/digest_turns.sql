-- Events of the day between some actors beside those of the 28 days before, scored on Goldstein's scale.
-- Grain: one row an actor and the other that it acts on.
with past as (
    select actor_id, other_actor_id, sum(event_count) as event_count, sum(mean_score * event_count) / sum(event_count) as mean_score
    from daily_pairs
    where day between $day::date - 28 and $day::date - 1 and event_count > 0 and list_contains($ids, actor_id)
    group by all
)
select today.actor_id as source_id, today.actor as source, today.other_actor_id as target_id, today.other_actor as target,
    today.event_count, today.mean_score, past.mean_score as usual_score, past.event_count::integer as usual_event_count
from daily_pairs as today
join past on past.actor_id = today.actor_id and past.other_actor_id = today.other_actor_id
where today.day = $day and today.event_count > 0 and list_contains($ids, today.actor_id)
order by abs(today.mean_score - past.mean_score) desc, source, target;
