-- Gives each article the story of the article that it follows; to be repeated until it changes none.
-- Grain: one row an article.
update facts.stories as stories set story_id = parents.story_id
from facts.stories as parents
where parents.article_id = stories.parent_id and parents.story_id <> stories.story_id;
