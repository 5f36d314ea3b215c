-- The newest day whose numbers know a name, of a kind of things.
-- Grain: one row.
with days as (
    select 'actor' as kind, counts.day, counts.language, counts.folder from daily.actors as counts join actors_named($name) as named using (actor_id)
    union all
    select 'topic', counts.day, counts.language, counts.folder from daily.topics as counts join topics_named($name) as named using (topic_id)
    union all
    select 'outlet', counts.day, counts.language, counts.folder from daily.outlets as counts join outlets_named($name) as named using (outlet_id)
    union all
    select 'event', day, language, folder from daily.events where lower(type) = lower(trim($name))
    union all
    select 'place', day, language, folder from daily.places where place_id in (
        select coalesce(geonames_id::varchar, name) from facts.places where lower(strip_accents($name)) in (lower(strip_accents(name)), lower(strip_accents(surface))))
    union all
    select 'pair', counts.day, counts.language, counts.folder
    from daily.pairs as counts
    where (counts.actor_id in (select actor_id from actors_named($name)) and counts.other_actor_id in (select actor_id from actors_named($other)))
        or (counts.actor_id in (select actor_id from actors_named($other)) and counts.other_actor_id in (select actor_id from actors_named($name)))
)
select max(day) as day from days where kind = $kind and language = $language and folder = $folder;
