-- Notes the articles that a watchlist has told of.
-- Grain: one row a watchlist and article.
insert into ops.alerted_articles
select $watch_id, unnest($article_ids::varchar[]) except select watch_id, article_id from ops.alerted_articles;
