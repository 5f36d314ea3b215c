-- What the numbers of one outlet of a day count, in the order of the articles and their texts.
-- Grain: one row a thing that is counted.
from why_outlet($id, $day, language := $language, folder := $folder, counted := $counted);
