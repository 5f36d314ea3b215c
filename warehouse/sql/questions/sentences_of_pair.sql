-- What the numbers of one pair of a day count, in the order of the articles and their texts.
-- Grain: one row a thing that is counted.
from why_pair($id, $other_id, $day, language := $language, folder := $folder, counted := $counted);
