-- The topics of a day, language and folder that a name may mean, with their numbers; the best fits.
-- Grain: one row a topic.
select named.topic_id as id, named.topic as name, 'topic' as what, counts.* exclude (day, language, folder, topic_id)
from topics_named($name) as named
join daily.topics as counts on counts.topic_id = named.topic_id and counts.day = $day and counts.language = $language and counts.folder = $folder
qualify named.rank = min(named.rank) over ()
order by counts.article_count desc, id;
