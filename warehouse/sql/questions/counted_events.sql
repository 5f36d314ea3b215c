-- The type of events that a name means, with its numbers of a day, language and folder.
-- Grain: one row a type.
select coalesce(nullif(type, ''), 'statement') as id, id as name, 'events' as what, counts.* exclude (day, language, folder, type)
from daily.events as counts
where counts.day = $day and counts.language = $language and counts.folder = $folder and lower(id) in (lower(trim($name)), rtrim(lower(trim($name)), 's'));
