-- The stories of the articles from $reach to the day before $day, that later ones may go on with.
-- Grain: one row an article.
select stories.article_id, stories.story_id
from facts.stories as stories
join facts.articles as articles using (article_id)
where articles.day >= $reach and articles.day < $day;
