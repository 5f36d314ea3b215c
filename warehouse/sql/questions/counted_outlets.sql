-- The outlets of a day, language and folder that a name may mean, with their numbers; the best fits.
-- Grain: one row an outlet.
select named.outlet_id as id, coalesce(nullif(named.outlet, ''), named.outlet_id) as name, 'outlet' as what, counts.* exclude (day, language, folder, outlet_id)
from outlets_named($name) as named
join daily.outlets as counts on counts.outlet_id = named.outlet_id and counts.day = $day and counts.language = $language and counts.folder = $folder
qualify named.rank = min(named.rank) over ()
order by counts.article_count desc, id;
