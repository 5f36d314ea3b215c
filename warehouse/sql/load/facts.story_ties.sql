-- The ties of the articles that are loaded replace those they had.
-- Grain: one row an article and earlier article.
delete from facts.story_ties where article_id in (select article_id from staged_story_ties);

insert into facts.story_ties by name select distinct * from staged_story_ties;
