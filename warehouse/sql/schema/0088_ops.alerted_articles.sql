-- The articles that a watchlist has told of: their texts and stories are not told again.
-- Grain: one row a watchlist and article.
create table ops.alerted_articles (
    watch_id varchar not null,
    article_id varchar not null
);
comment on table ops.alerted_articles is 'The articles that a watchlist has told of: their texts and stories are not told again. Grain: one row a watchlist and article.';
comment on column ops.alerted_articles.watch_id is 'Watchlist.';
comment on column ops.alerted_articles.article_id is 'Article.';
