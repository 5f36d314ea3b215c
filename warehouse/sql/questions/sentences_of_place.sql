-- What the numbers of one place of a day count, in the order of the articles and their texts.
-- Grain: one row a thing that is counted.
from why_place($id, $day, language := $language, folder := $folder);
