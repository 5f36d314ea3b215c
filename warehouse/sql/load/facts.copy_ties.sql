-- The ties of the articles that are loaded replace those they had.
-- Grain: one row an article.
delete from facts.copy_ties where article_id in (select article_id from staged_copy_ties);

insert into facts.copy_ties by name select distinct * from staged_copy_ties;
