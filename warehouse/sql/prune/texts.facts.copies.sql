-- Removes the links of the articles whose texts are pruned.
-- Grain: one row an article.
delete from facts.copies where article_id in (select article_id from pruned_articles);
