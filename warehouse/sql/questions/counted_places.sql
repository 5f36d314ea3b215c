-- The places of a day, language and folder that a name may mean, with their numbers; the best fits.
-- Grain: one row a place.
select told.place_id as id, any_value(told.place) as name, any_value(concat_ws(', ', told.kind, nullif(told.country, ''))) as what,
    any_value(columns(counts.* exclude (day, language, folder, place_id)))
from why_place($name, $day, language := $language, folder := $folder) as told
join daily.places as counts on counts.place_id = told.place_id and counts.day = told.day and counts.language = told.language
    and counts.folder = told.folder
group by told.place_id
order by count(*) desc, id;
