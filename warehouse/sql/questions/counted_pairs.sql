-- The pairs of a day, language and folder that two names may mean, with their numbers, from the first to the second; the best fits.
-- Grain: one row an actor and other actor.
with sides as (
    select * from daily.pairs
    union all by name
    select * replace (other_actor_id as actor_id, actor_id as other_actor_id, back_event_count as event_count,
        back_mean_score as mean_score, event_count as back_event_count, mean_score as back_mean_score)
    from daily.pairs
)
select named.actor_id as id, others.actor_id as other_id, named.actor || ' and ' || others.actor as name,
    concat_ws(' and ', named.kind, others.kind) as what, counts.* exclude (day, language, folder, actor_id, other_actor_id)
from actors_named($name) as named
cross join actors_named($other) as others
join sides as counts on counts.actor_id = named.actor_id and counts.other_actor_id = others.actor_id and counts.day = $day
    and counts.language = $language and counts.folder = $folder
qualify named.rank + others.rank = min(named.rank + others.rank) over ()
order by counts.article_count desc, id, other_id;
