-- What ties some articles to earlier ones of their story.
-- Grain: one row an article and earlier article.
select article_id, tied_id, similarity, is_parent from facts.story_ties
where article_id in (select unnest($article_ids::varchar[]))
order by article_id, tied_id;
