-- Removes the ties of the articles whose texts are pruned.
-- Grain: one row a tie.
delete from facts.story_ties where article_id in (select article_id from pruned_articles);
