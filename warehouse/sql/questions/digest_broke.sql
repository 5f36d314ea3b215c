-- Who told some stories first, by the end of the day, as who_broke_it has it, where the time of day is known.
-- Grain: one row a story and outlet.
select told.story_id, told.article_id, told.outlet, told.title, told.url, articles.language, told.told_at as published_at,
    articles.revision_no > 1 as is_corrected, told.minutes_after_first, told.is_timed
from told_first($story_ids) as told
join articles using (article_id)
where articles.day <= $day and told.place <= 2
order by told.story_id, told.place;
