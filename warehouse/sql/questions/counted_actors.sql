-- The actors of a day, language and folder that a name may mean, with their numbers; the best fits.
-- Grain: one row an actor.
select named.actor_id as id, named.actor as name, concat_ws(', ', named.kind, nullif(named.country, '')) as what, counts.* exclude (day, language, folder, actor_id)
from actors_named($name) as named
join daily.actors as counts on counts.actor_id = named.actor_id and counts.day = $day and counts.language = $language and counts.folder = $folder
qualify named.rank = min(named.rank) over ()
order by counts.article_count desc, id;
