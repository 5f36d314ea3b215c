-- Names of a kind of things that are written almost like a name, the likest first.
-- Grain: one row a name.
with known as (
    select 'actor' as kind, name from facts.actors
    union
    select 'topic', label from seeds.topics
    union
    select 'outlet', name from seeds.outlets
    union
    select 'event', coalesce(nullif(type, ''), 'statement') from daily.events
    union
    select 'place', name from facts.places
)
select name from known
where (kind = $kind or (kind = 'actor' and $kind = 'pair')) and jaro_winkler_similarity(lower(strip_accents(name)), lower(strip_accents($name))) > 0.85
order by jaro_winkler_similarity(lower(strip_accents(name)), lower(strip_accents($name))) desc, name
limit 3;
