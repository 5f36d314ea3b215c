-- The articles that fit each watchlist, by their newest text.
-- Grain: one row a watchlist and article.
create table daily.watch_hits (
    watch_id varchar not null,
    day date not null,
    article_id varchar not null
);
comment on table daily.watch_hits is 'The articles that fit each watchlist, by their newest text. Grain: one row a watchlist and article.';
comment on column daily.watch_hits.watch_id is 'Watchlist.';
comment on column daily.watch_hits.day is 'Day of the article.';
comment on column daily.watch_hits.article_id is 'Article.';
